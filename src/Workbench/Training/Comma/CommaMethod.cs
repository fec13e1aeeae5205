namespace Workbench.Training.Comma;

/// <summary>The trained methods of CoMMA's tables. Its "Shallow Attention" is <see cref="Comma"/> with one cross-attention.</summary>
public enum CommaMethod
{
    Comma,

    /// <summary>Full attention with a sentinel.</summary>
    FullSentinel,

    /// <summary>Contrastive phrase grounding of Gupta et al.</summary>
    PhraseGrounding,
}
