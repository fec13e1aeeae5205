namespace Workbench.Models.Comma;

/// <summary>The two descriptions of the module.</summary>
public enum CommaForm
{
    /// <summary>As released (s3dg.py 217-351): cross-attention without parameters between two separate sets, self-attention with projections. That of What-When-Where.</summary>
    Released,

    /// <summary>As printed (section 3.1, Eq. 1-4): one sequence of regions and words, binary masks, Q, K, V projections in every layer.</summary>
    Masked,
}
