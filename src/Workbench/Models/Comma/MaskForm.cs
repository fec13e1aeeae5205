namespace Workbench.Models.Comma;

/// <summary>How a binary mask acts on the logits (CoMMA, Eq. 1).</summary>
public enum MaskForm
{
    /// <summary>As everybody means it: a masked logit is −∞, its weight 0.</summary>
    MinusInfinity,

    /// <summary>
    /// As printed: a Hadamard product of the logits. A masked logit is 0, so that its key keeps the weight e⁰ before the softmax divides: the modalities mix
    /// after all, and the text's "not considered in the computation" does not hold.
    /// </summary>
    Hadamard,
}
