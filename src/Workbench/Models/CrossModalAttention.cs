using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Models;

// Shapes: V videos, T sentences, R regions, K words, D width, W windows.

/// <summary>
/// Cross-attention, self-attention, cross-attention between regions and words (What-When-Where section 3.3; CoMMA Eq. 1-4;
/// released code s3dg_clip.py 238-425). The cross-attention layers have no parameters; nothing is normalised or dropped.
/// </summary>
public sealed class CrossModalAttention : nn.Module
{
    public readonly SelfAttentionLayers sa_layer;
    private readonly ICrossModalPath path;

    public CrossModalAttention(long width, CrossModalConfig config) : base("CrossModalAttention")
    {
        Config = config;
        Width = width;
        sa_layer = new SelfAttentionLayers(width);
        RegisterComponents();
        path = config.Path == AttentionPath.Direct
            ? new DirectAttention(config, sa_layer, () => training)
            : new FactorisedAttention(config, sa_layer, () => training);
    }

    public CrossModalConfig Config { get; }
    public long Width { get; }

    /// <summary>Runs every video with every sentence.</summary>
    /// <param name="video_VRD">Projected regions.</param>
    /// <param name="words_TKD">Projected words.</param>
    /// <param name="mask_TK">True where a position is a word; each sentence needs one.</param>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public PooledPairs Pairs(Tensor video_VRD, Tensor words_TKD, Tensor mask_TK)
    {
        Check(video_VRD, words_TKD, mask_TK);
        return path.Pairs(video_VRD, words_TKD, mask_TK);
    }

    /// <summary>Attention weights of W windows with one sentence each, for heat maps.</summary>
    /// <inheritdoc cref="Pairs"/>
    public RolloutFactors Factors(Tensor video_WRD, Tensor words_WKD, Tensor mask_WK, bool withRegionAttention = false)
    {
        Check(video_WRD, words_WKD, mask_WK);
        if (video_WRD.size(0) != words_WKD.size(0))
            throw new ArgumentException($"{video_WRD.size(0)} windows need as many sentences; {words_WKD.size(0)} were given.", nameof(words_WKD));
        return path.Factors(video_WRD, words_WKD, mask_WK, withRegionAttention);
    }

    private void Check(Tensor video, Tensor words, Tensor mask)
    {
        if (video.dim() != 3 || video.size(2) != Width)
            throw new ArgumentException($"Expected regions of shape (V, R, {Width}), got {Shape(video)}.", nameof(video));
        if (words.dim() != 3 || words.size(2) != Width)
            throw new ArgumentException($"Expected words of shape (T, K, {Width}), got {Shape(words)}.", nameof(words));
        if (mask.dim() != 2 || mask.size(0) != words.size(0) || mask.size(1) != words.size(1))
            throw new ArgumentException($"Expected a mask of shape ({words.size(0)}, {words.size(1)}), got {Shape(mask)}.", nameof(mask));
        if (mask.dtype != ScalarType.Bool)
            throw new ArgumentException($"The mask must be Bool, true where a position is a word; got {mask.dtype}.", nameof(mask));
    }

    private static string Shape(Tensor tensor) => $"({string.Join(", ", tensor.shape)})";
}
