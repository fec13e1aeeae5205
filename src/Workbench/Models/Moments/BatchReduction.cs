namespace Workbench.Models.Moments;

/// <summary>How the sentences of a batch are put together where an equation and its weight leave doubt.</summary>
public enum BatchReduction
{
    /// <summary>The sum, as Eq. 2 and 6 of Sscs print it: the weight of the term then grows with the batch.</summary>
    Sum,

    /// <summary>The mean, as Eq. 3 and 7 of Sscs print it.</summary>
    Mean,
}
