using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: … windows, or pairs of a video and a sentence; R regions, K words, D width.

/// <summary>What a stack of attention layers gives.</summary>
/// <param name="Video_RD">The regions behind the last layer, (…, R, D).</param>
/// <param name="Text_KD">The words behind the last layer, (…, K, D).</param>
/// <param name="Mask_K">True where a position is a word.</param>
/// <param name="Layers">The weights of each layer, first to last.</param>
public sealed record AttentionPass(Tensor Video_RD, Tensor Text_KD, Tensor Mask_K, IReadOnlyList<AttentionBlocks> Layers)
{
    /// <summary>Where heat is traced from, (…, K) summing to 1; null: from the regions, or from the words where nothing leads back to regions.</summary>
    public Tensor? Start_K { get; init; }

    /// <summary>Heat is the greatest weight that any word gives a region (Gupta et al., eval_flickr_phrase_loc.py 65-79), not a rollout.</summary>
    public bool GreatestOfWords { get; init; }

    /// <summary>The mean region, (…, D).</summary>
    public Tensor PooledVideo() => Video_RD.mean(new long[] { -2 });

    /// <summary>The mean word, padding left out, (…, D).</summary>
    public Tensor PooledText() => (Text_KD * AttentionMath.WordMean(Mask_K, Text_KD.dtype).unsqueeze(-1)).sum(-2);
}
