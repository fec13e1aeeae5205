namespace Workbench.Training;

/// <summary>How the candidate frames become the global vector of a training clip (systems.md 1.2).</summary>
public enum ClipPooling
{
    /// <summary>Mean over all U frames; selection touches only the local branch (released code 841).</summary>
    MeanOfCandidates,

    /// <summary>Mean over the T selected frames: "based on the selected frames, a global representation is learned" (paper, caption of Figure 2).</summary>
    MeanOfSelected,

    /// <summary>Maximum over all U frames, then L2 normalised (released code --max_pool, 835-838).</summary>
    MaxOfCandidates,
}
