namespace Workbench.Cli.Benchmarks;

/// <summary>What a row asks of our memory: a ceiling in MiB, or a part of the peer's.</summary>
/// <param name="AtMost">Must not be exceeded.</param>
/// <param name="Aim">Is aimed at.</param>
/// <param name="OfPeer">True: both are parts of the peer's memory, such as 1/3; false: MiB.</param>
internal sealed record MemoryGoal(double AtMost, double Aim, bool OfPeer = false)
{
    /// <summary>"≤ 8 GiB: met (aim ≤ 2 GiB: met)"; null where the peer's figure is wanted and missing.</summary>
    public string? Verdict(double ours, double? peer)
    {
        double unit = OfPeer ? peer ?? double.NaN : 1;
        if (double.IsNaN(unit) || double.IsNaN(ours))
            return null;
        return $"≤ {Text(AtMost)}: {Word(AtMost)} (aim ≤ {Text(Aim)}: {Word(Aim)})";

        string Word(double limit) => ours <= limit * unit ? "met" : "missed";
    }

    private string Text(double limit) => OfPeer
        ? $"1/{1 / limit:0.#} of the peer's"
        : limit >= 1024 ? $"{limit / 1024:0.#} GiB" : $"{limit:0} MiB";
}
