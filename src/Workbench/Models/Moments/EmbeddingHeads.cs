namespace Workbench.Models.Moments;

/// <summary>What Ψ and Φ are, which bring clips and sentences into one space (Sscs section 3.3.2; neither layers nor width are said).</summary>
public enum EmbeddingHeads
{
    /// <summary>
    /// The base model's own embeddings. "First fuse the visual and textual embeddings X and Y, and then predict" (section 3.3.1) reads as if X and Y were what the base
    /// model fuses, and only so does the branch reach all that the base model uses of them.
    /// </summary>
    Base,

    /// <summary>A linear layer each behind them, which inference does not have.</summary>
    Linear,
}
