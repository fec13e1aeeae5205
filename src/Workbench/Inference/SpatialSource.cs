namespace Workbench.Inference;

/// <summary>Which branch says where.</summary>
public enum SpatialSource
{
    /// <summary>Attention rollout of the local branch (section 3.5).</summary>
    Rollout,

    /// <summary>
    /// Cosine of each region, projected by the global branch, with the projected sentence, brought into [0, 1] by a softmax over the
    /// window. For a model whose local branch was not trained; Table 6 does not say how its "only global" row localises.
    /// </summary>
    GlobalRegions,
}
