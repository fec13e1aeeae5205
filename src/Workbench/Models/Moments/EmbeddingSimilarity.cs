namespace Workbench.Models.Moments;

/// <summary>What Eq. 2 and 6 of Sscs compare by. Eq. 4 always has a cosine.</summary>
public enum EmbeddingSimilarity
{
    /// <summary>
    /// x·y of unit vectors. Eq. 4 says cosine for the same pairs under the same τ = 0.1; and with raw vectors of width 512 over 0.1 the logits lie in the hundreds, where a softmax
    /// teaches nothing.
    /// </summary>
    Cosine,

    /// <summary>x·y as printed.</summary>
    Dot,
}
