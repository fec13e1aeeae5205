namespace Workbench.Inference;

/// <summary>Over which queries the rollout is averaged.</summary>
public enum RolloutAverage
{
    /// <summary>Over the regions of the last layer (released code 935-940).</summary>
    Regions,

    /// <summary>Over the words of the sentence (CoMMA, section 3: "mean-pooling over all the words").</summary>
    Words,
}
