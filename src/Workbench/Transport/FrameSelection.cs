namespace Workbench.Transport;

/// <summary>How T training frames are chosen from U candidates (What-When-Where section 3.2, Table 5; systems.md 1.9).</summary>
public sealed record FrameSelection
{
    /// <summary>T, the number of frames kept. The released code has 8 hard coded; the paper's best is 16 of U = 80.</summary>
    public int Frames { get; init; } = 8;

    /// <summary>False: every (U/T)-th frame, Table 5's "None".</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>True: rank by an optimal transport plan; false: rank by the similarity averaged over words.</summary>
    public bool Sinkhorn { get; init; } = true;

    public SelectionText Text { get; init; } = SelectionText.Local;
    public SelectionVideo Video { get; init; } = SelectionVideo.Global;

    /// <summary>Paper: projected space. Released recipe: raw features.</summary>
    public SelectionFeatures Features { get; init; } = SelectionFeatures.Projected;

    public SelectionScore Score { get; init; } = SelectionScore.PlanTimesSimilarity;

    /// <summary>Similarities are cosines divided by this (released code: 0.1).</summary>
    public double Temperature { get; init; } = 0.1;

    /// <summary>True: padding and end-of-text positions take part as words (released code). False: only words do.</summary>
    public bool PaddingWords { get; init; }

    /// <summary>True: the chosen frames are put back in time order. The released code leaves them in order of score.</summary>
    public bool TimeSort { get; init; }

    public SinkhornOptions Solver { get; init; } = new();

    /// <summary>
    /// The selection of the paper: words against frames and regions, both scores averaged, since the numbers of that line of Table 5 are those of the whole method
    /// in Tables 2, 4 and 6. The released code's values where the paper is silent.
    /// </summary>
    public static FrameSelection Paper { get; } = new() { Video = SelectionVideo.Both };

    /// <summary>The selection of the published recipe (--local_select --sink): raw features, padding words included.</summary>
    public static FrameSelection ReleasedCode { get; } = new() { Features = SelectionFeatures.Raw, PaddingWords = true };
}
