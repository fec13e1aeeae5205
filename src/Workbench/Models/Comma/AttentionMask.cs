namespace Workbench.Models.Comma;

/// <summary>Which keys a query may select in one layer over the joint sequence of regions and words (CoMMA, Figure 2 a).</summary>
public enum AttentionMask
{
    /// <summary>Keys of the other modality only.</summary>
    Cross,

    /// <summary>Keys of the same modality only.</summary>
    Self,

    /// <summary>All keys: both modalities are mixed.</summary>
    Full,
}
