using static TorchSharp.torch;

namespace Workbench.Losses;

/// <summary>The loss a recipe names.</summary>
public static class Contrastive
{
    /// <param name="score_BB">Scores of video i with sentence j.</param>
    /// <param name="form">Which form.</param>
    /// <param name="margin">δ, used by <see cref="ContrastiveLoss.MaskedMargin"/> only.</param>
    public static Tensor Loss(Tensor score_BB, ContrastiveLoss form, double margin = 0.001) => form switch
    {
        ContrastiveLoss.Joint => JointNoiseContrastive.Loss(score_BB),
        ContrastiveLoss.MaskedMargin => MaskedMarginSoftmax.Loss(score_BB, margin),
        _ => NoiseContrastive.Loss(score_BB),
    };
}
