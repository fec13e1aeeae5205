namespace Workbench.Inference;

/// <summary>Which branch says when.</summary>
public enum TemporalSource
{
    /// <summary>Cosine of the projected global features of frame and sentence (section 3.5).</summary>
    Global,

    /// <summary>
    /// Cosine of the mean projected region and the mean projected word. For a model whose global branch was not trained; Table 6 does
    /// not say how its "only local" row detects actions.
    /// </summary>
    LocalMean,
}
