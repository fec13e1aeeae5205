namespace Workbench.Models.Moments;

/// <summary>Which state of the LSTM stands for the sentence.</summary>
public enum SentenceVector
{
    /// <summary>
    /// The output at the last word of the padded batch (2D-TAN's released code, base_fusion.py). With a bidirectional LSTM its backward half has seen the last word and
    /// the padding behind it, so that it depends on the longest sentence of the batch.
    /// </summary>
    LastStep,

    /// <summary>Forward after the last word, backward after the first, padding never seen: "its last hidden state" (Sscs section 3.2).</summary>
    LastHidden,
}
