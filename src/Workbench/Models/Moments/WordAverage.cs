namespace Workbench.Models.Moments;

/// <summary>What log p(l|w) of a sentence is, for the caption objective.</summary>
public enum WordAverage
{
    /// <summary>The sum over its words, which is what the probability of a sentence is: long sentences weigh more.</summary>
    Sum,

    /// <summary>The mean over its words, so that every sentence weighs the same, as captioning code usually has it.</summary>
    Mean,
}
