namespace Workbench.Models;

/// <summary>How a region and a word are compared inside cross-attention.</summary>
public enum AttentionScore
{
    /// <summary>e = cos(v, s), as printed (What-When-Where, section 3.3).</summary>
    Cosine,

    /// <summary>e = ⟨v, s⟩/√d: the released code while training (s3dg_clip.py 336-425).</summary>
    ScaledDot,

    /// <summary>e = ⟨v, s⟩: the released code in evaluation, which forgets the 1/√d (319-335); logits are √d times sharper.</summary>
    Dot,
}
