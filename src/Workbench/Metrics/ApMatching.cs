namespace Workbench.Metrics;

/// <summary>What happens when a detection's best ground truth has been taken by a better-scored one.</summary>
public enum ApMatching
{
    /// <summary>It is false, even where another ground truth would do (PASCAL VOC, AVA, V-HICO).</summary>
    BestOnly,

    /// <summary>It is compared with those still free (ACT: a matched ground truth leaves the list).</summary>
    BestRemaining,
}
