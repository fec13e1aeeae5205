namespace Workbench.Inference;

/// <summary>Which decoder aligns a transcript with a video.</summary>
public enum Alignment
{
    /// <summary>Exact dynamic programming over (step, time): the best of all alignments.</summary>
    ExactDp,

    /// <summary>
    /// The released MiningYouTube decoder with its slips: hypotheses every <see cref="AlignmentOptions.FrameSampling"/> frames, the
    /// first block counted twice, an advancing hypothesis scored with the old label's block, labels shifted back afterwards.
    /// </summary>
    ReleasedCode,
}
