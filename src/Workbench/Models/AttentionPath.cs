namespace Workbench.Models;

/// <summary>Two ways to the same numbers.</summary>
public enum AttentionPath
{
    /// <summary>R×R·K: regions stay mixtures of K word vectors (<see cref="FactorisedAttention"/>).</summary>
    Factorised,

    /// <summary>R×R·d: every region vector is formed (<see cref="DirectAttention"/>). The reference.</summary>
    Direct,
}
