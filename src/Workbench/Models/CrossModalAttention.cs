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

    public CrossModalAttention(long width, CrossModalConfig config) : this(width, config, new SelfAttentionLayers(width))
    {
    }

    /// <summary>With self-attention that is there already.</summary>
    internal CrossModalAttention(long width, CrossModalConfig config, SelfAttentionLayers layers) : base("CrossModalAttention")
    {
        Config = config;
        Width = width;
        sa_layer = layers;
        RegisterComponents();
        path = config.Path == AttentionPath.Direct
            ? new DirectAttention(config, sa_layer, () => training)
            : new FactorisedAttention(config, sa_layer, () => training);
    }

    public CrossModalConfig Config { get; }

    /// <summary>Memory in bytes, roughly, that <see cref="Scores"/> may take for what the backward step needs. Changes no number but the last digits.</summary>
    internal double MemoryLimit { get; set; } = 1L << 30;
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

    /// <summary>
    /// ⟨video, text⟩ of every pair, (V, T), as <see cref="PooledPairs.Scores_VT"/>; where all pairs at once would take more than
    /// <see cref="MemoryLimit"/>, block by block, each computed again in the backward step.
    /// </summary>
    /// <inheritdoc cref="Pairs"/>
    public Tensor Scores(Tensor video_VRD, Tensor words_TKD, Tensor mask_TK)
    {
        Check(video_VRD, words_TKD, mask_TK);
        long videos = video_VRD.size(0), block = Math.Max(1, (long)(MemoryLimit / Bytes(video_VRD, words_TKD)));
        if (block >= videos || Config.Path == AttentionPath.Direct)
            return path.Pairs(video_VRD, words_TKD, mask_TK).Scores_VT();
        Tensor[] parameters = Config.Layers == AttentionLayers.CrossCross ? [] : [.. this.parameters()]; // All of them belong to the self-attention.
        var parts = new List<Tensor>();
        for (long first = 0; first < videos; first += block)
        {
            Tensor part_VRD = video_VRD.narrow(0, first, Math.Min(block, videos - first));
            parts.Add(is_grad_enabled() ? RecomputedScores.Of(Score, part_VRD, words_TKD, parameters) : Score(part_VRD, words_TKD));
        }

        return cat(parts, 0);

        Tensor Score(Tensor video, Tensor words) => path.Pairs(video, words, mask_TK).Scores_VT();
    }

    /// <summary>
    /// Sound beside every pair as the released code has it (<see cref="AudioForm.WordsOfVideo"/>): its scores with the videos' vectors and with the
    /// sentences', both (V, T). Every vector of every pair is formed.
    /// </summary>
    /// <param name="video_VRD">Projected regions.</param>
    /// <param name="words_TKD">Projected words.</param>
    /// <param name="mask_TK">True where a position is a word.</param>
    /// <param name="audio_VAD">Projected steps of the videos' sound.</param>
    /// <param name="audioAttention">The self-attention that sound goes through.</param>
    internal (Tensor VideoAudio_VT, Tensor AudioText_VT) AudioScores(Tensor video_VRD, Tensor words_TKD, Tensor mask_TK, Tensor audio_VAD, SelfAttention audioAttention)
    {
        Check(video_VRD, words_TKD, mask_TK);
        PooledPairs pairs = path.Pairs(video_VRD, words_TKD, mask_TK);
        Tensor audio_VTD = new DirectAttention(Config, sa_layer, () => training).Listen(video_VRD, words_TKD, mask_TK, audio_VAD, audioAttention);
        return ((pairs.Video_VTD * audio_VTD).sum(-1), (audio_VTD * pairs.Text_VTD).sum(-1));
    }

    /// <summary>Roughly what a training step keeps for one video and all sentences: two dozen arrays of the pair's attention, and of its words.</summary>
    private static double Bytes(Tensor video_VRD, Tensor words_TKD) =>
        words_TKD.size(0) * words_TKD.size(1) * ((30.0 * video_VRD.size(1)) + (24.0 * words_TKD.size(2))) * (video_VRD.dtype == ScalarType.Float64 ? 8 : 4);

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
