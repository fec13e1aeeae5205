namespace Workbench.Transport;

/// <summary>Which text features are compared with the frames (Table 5).</summary>
public enum SelectionText
{
    /// <summary>The sentence vector (one "word").</summary>
    Global,

    /// <summary>The word vectors.</summary>
    Local,
}

/// <summary>Which visual features are compared with the text (Table 5).</summary>
public enum SelectionVideo
{
    /// <summary>One vector a frame ([CLS]).</summary>
    Global,

    /// <summary>The N regions of a frame; their scores are summed for the frame (section 5.5).</summary>
    Local,

    /// <summary>The mean of both frame scores: Table 5's "average over last two", the best row for spatio-temporal grounding.</summary>
    Both,
}

/// <summary>In which space frames and text are compared.</summary>
public enum SelectionFeatures
{
    /// <summary>The projections of the global branch (paper, section 3.2; released code with --project).</summary>
    Projected,

    /// <summary>The backbone's raw features (the released recipe).</summary>
    Raw,
}

/// <summary>How a transport plan becomes a ranking of frames. The paper sums the plan over words, which is the same for every frame.</summary>
public enum SelectionScore
{
    /// <summary>Σ_k Q[u,k]·P[u,k], transport-weighted similarity. The default: the plan alone ranks nothing (systems.md 1.9).</summary>
    PlanTimesSimilarity,

    /// <summary>The best frame of each word in word order; duplicates are filled by transport-weighted similarity.</summary>
    WordArgmax,

    /// <summary>Row sums of the plan whose last normalisation was over words (transposed orientation of the public helper).</summary>
    RowSumTransposed,
}
