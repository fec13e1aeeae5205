namespace Workbench.Models;

/// <summary>Which blocks the local branch stacks (What-When-Where Table 8). The paper prints only the names and the numbers; the rollouts of the shorter stacks are our reading.</summary>
public enum AttentionLayers
{
    /// <summary>The method: cross-, self-, cross-attention. Heat = the mean over regions of A2·As·A1.</summary>
    CrossSelfCross,

    /// <summary>Without the self-attention. Heat = the mean over regions of A2·A1.</summary>
    CrossCross,

    /// <summary>Without the second cross-attention. Nothing leads back from regions to words, so heat = the mean over words of As·A1.</summary>
    CrossSelf,

    /// <summary>Each modality attends to itself, then to the other one. Heat = the mean over words of A1·Ar, Ar the regions' self-attention.</summary>
    SelfCross,
}
