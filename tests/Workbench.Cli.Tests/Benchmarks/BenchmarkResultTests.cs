using Workbench.Cli.Benchmarks;

namespace Workbench.Cli.Tests.Benchmarks;

public class BenchmarkResultTests
{
    private static readonly HostFacts Host = new("processor", 2, 8, "system", "X64", ".NET", "1.13");

    private static BenchmarkResult Result(double[] ours, double[] theirs, double atLeast, double aim, bool oursByPeer = false) => new()
    {
        Name = "x",
        About = "something",
        Peer = "somebody",
        OursMilliseconds = ours,
        PeerMilliseconds = theirs,
        AtLeast = atLeast,
        Aim = aim,
        OursByPeer = oursByPeer,
        Host = Host,
        Threads = 2,
    };

    [Theory]
    [InlineData(30, "aim", false)]
    [InlineData(12, "at least", false)]
    [InlineData(9, "**missed**", true)]
    public void A_ratio_reaches_the_aim_or_the_least_or_neither(double peer, string met, bool missed)
    {
        BenchmarkResult result = Result([1, 1, 1], [peer, peer, peer], 10, 25);
        Assert.Equal((peer, met, missed), (result.Ratio, result.Met, result.Missed));
    }

    [Theory]
    [InlineData(1.02, "aim")]
    [InlineData(1.08, "at least")]
    [InlineData(1.2, "**missed**")]
    public void Where_small_is_good_the_ratio_is_ours_by_the_peers(double ours, string met)
    {
        BenchmarkResult result = Result([ours], [1], 1.1, 1.03, oursByPeer: true);
        Assert.Equal((ours, met), (result.Ratio, result.Met));
    }

    [Fact]
    public void The_ratio_is_the_median_over_neighbouring_turns()
    {
        Assert.Equal(4, Result([1, 10, 2], [4, 40, 20], 1, 1).Ratio);
        Assert.Equal("–", Result([1], [], 1, 1).Met);
        Assert.False(Result([1], [], 1, 1).Missed);
    }

    [Fact]
    public void Memory_is_judged_against_a_ceiling_or_a_part_of_the_peers()
    {
        Assert.Equal("≤ 8 GiB: met (aim ≤ 2 GiB: missed)", new MemoryGoal(8 * 1024, 2 * 1024).Verdict(3000, null));
        Assert.Equal("≤ 1/3 of the peer's: met (aim ≤ 1/10 of the peer's: missed)", new MemoryGoal(1 / 3.0, 0.1, OfPeer: true).Verdict(300, 1000));
        Assert.Equal("≤ 1/3 of the peer's: missed (aim ≤ 1/10 of the peer's: missed)", new MemoryGoal(1 / 3.0, 0.1, OfPeer: true).Verdict(400, 1000));
        Assert.Null(new MemoryGoal(1 / 3.0, 0.1, OfPeer: true).Verdict(300, null));
    }
}
