namespace Workbench.Data;

/// <summary>A spatio-temporal grounding data set: the videos' annotations, without tensors and without frames.</summary>
public sealed record GroundingSet(string Name, IReadOnlyList<GroundingVideo> Videos)
{
    /// <summary>
    /// The annotated second that the first frame at 1 fps shows. 0 everywhere but in YouCook2-Interactions, where the box of
    /// second s belongs to frame s - 1 (released code, plot_local_annotations.py) and this is 1.
    /// </summary>
    public int SecondOfFirstFrame { get; init; }
}
