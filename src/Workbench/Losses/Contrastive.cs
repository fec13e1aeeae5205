using static TorchSharp.torch;

namespace Workbench.Losses;

/// <summary>The loss a recipe names.</summary>
public static class Contrastive
{
    /// <param name="score_BB">Scores of video i with sentence j; those of half precision, as autocast leaves them, are compared in single precision.</param>
    /// <param name="form">Which form.</param>
    /// <param name="margin">δ, used by <see cref="ContrastiveLoss.MaskedMargin"/> only.</param>
    public static Tensor Loss(Tensor score_BB, ContrastiveLoss form, double margin = 0.001)
    {
        ArgumentNullException.ThrowIfNull(score_BB);
        Tensor exact_BB = score_BB.dtype is ScalarType.BFloat16 or ScalarType.Float16 ? score_BB.to(ScalarType.Float32) : score_BB;
        return form switch
        {
            ContrastiveLoss.Joint => JointNoiseContrastive.Loss(exact_BB),
            ContrastiveLoss.MaskedMargin => MaskedMarginSoftmax.Loss(exact_BB, margin),
            _ => NoiseContrastive.Loss(exact_BB),
        };
    }
}
