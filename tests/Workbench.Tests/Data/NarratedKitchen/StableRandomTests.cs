using Workbench.Data.NarratedKitchen;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class StableRandomTests
{
    // Blackman and Vigna's xoshiro256** with its state from SplitMix64, computed by a few lines of Python integers;
    // 0x99EC5F36CB75F2B4 for seed 0 is also what Rust's rand_xoshiro documents.
    [Theory]
    [InlineData(0, new ulong[] { 0x99EC5F36CB75F2B4, 13793997310169335082, 1900383378846508768, 7684712102626143532 })]
    [InlineData(42, new ulong[] { 1546998764402558742, 6990951692964543102, 12544586762248559009 })]
    public void The_numbers_are_those_of_the_published_generator(ulong seed, ulong[] expected)
    {
        var random = new StableRandom(seed);
        Assert.Equal(expected, expected.Select(_ => random.NextUInt64()));
    }

    [Fact]
    public void Combining_depends_on_every_part_and_on_their_order()
    {
        ulong[] seeds = [StableRandom.Combine(1, 2, 3), StableRandom.Combine(1, 3, 2), StableRandom.Combine(1, 2), StableRandom.Combine(2, 2, 3), StableRandom.Combine(1, 2, 4)];
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
    }

    [Fact]
    public void Uniform_and_normal_draws_have_their_moments()
    {
        var random = new StableRandom(5);
        double[] uniform = [.. Enumerable.Range(0, 20000).Select(_ => random.Range(2, 4))];
        Assert.All(uniform, u => Assert.InRange(u, 2, 4));
        Assert.Equal(3, uniform.Average(), 0.02);
        double[] normal = [.. Enumerable.Range(0, 20000).Select(_ => random.Normal())];
        Assert.Equal(0, normal.Average(), 0.03);
        Assert.Equal(1, normal.Average(n => n * n), 0.05);
        Assert.Equal([1, 2, 3], Enumerable.Range(0, 200).Select(_ => random.Between(1, 3)).Distinct().Order());
    }
}
