namespace Workbench.Backbones;

/// <summary>The numbers that a frozen backbone computes with.</summary>
public enum Precision
{
    /// <summary>Single precision throughout.</summary>
    Fp32,

    /// <summary>
    /// Products and convolutions in bfloat16, sums of residuals, norms and softmax in single precision (autocast). Faster on processors
    /// and GPUs with bfloat16 units only; without them several times slower than <see cref="Fp32"/>.
    /// </summary>
    Bf16,
}
