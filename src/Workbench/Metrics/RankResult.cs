namespace Workbench.Metrics;

/// <summary>Recall by rank and overlap, in [0, 1], and the mean IoU of the best candidate ("mIoU"); NaN where there were no queries.</summary>
public sealed record RankResult(IReadOnlyDictionary<(int Rank, double Overlap), double> Recall, double MeanIoU, int Queries)
{
    /// <summary>Rank n@m.</summary>
    /// <exception cref="ArgumentException">The pair was not evaluated.</exception>
    public double At(int rank, double overlap) => Recall.TryGetValue((rank, overlap), out double value)
        ? value
        : throw new ArgumentException($"Rank {rank}@{overlap} was not evaluated; there are {string.Join(", ", Recall.Keys.Select(key => $"{key.Rank}@{key.Overlap}"))}.", nameof(rank));
}
