namespace Workbench.Losses;

/// <summary>Which contrastive form Eq. 1 stands for. Paper and released code disagree (systems.md 1.8).</summary>
public enum ContrastiveLoss
{
    /// <summary>As printed: two terms, one over the sentences, one over the imposter videos (<see cref="NoiseContrastive"/>).</summary>
    Equation1,

    /// <summary>As released: row and column in one denominator, the positive twice (<see cref="JointNoiseContrastive"/>).</summary>
    Joint,

    /// <summary>Margin on the positive (released --MMS_loss; off in the published recipe) (<see cref="MaskedMarginSoftmax"/>).</summary>
    MaskedMargin,
}
