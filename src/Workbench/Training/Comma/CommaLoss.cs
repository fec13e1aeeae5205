namespace Workbench.Training.Comma;

/// <summary>What is contrasted.</summary>
public enum CommaLoss
{
    /// <summary>Clips and sentences (Eq. 5).</summary>
    Sentence,

    /// <summary>Words and clips (Eq. 6).</summary>
    Word,

    /// <summary>L_word + λ·L_sentence (section 4.2).</summary>
    WordAndSentence,
}
