using Workbench.Data.NarratedKitchen;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class KitchenStatisticsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_benchmark_is_neither_trivial_nor_impossible(long seed)
    {
        (KitchenStatistics? train, KitchenStatistics? test) = KitchenGenerator.Statistics(new() { Seed = seed });
        Assert.NotNull(train);
        Assert.NotNull(test);
        Assert.InRange(test.Centre, 0.1, 0.35);
        Assert.InRange(test.NamedObject, 0.3, 0.65);
        Assert.InRange(test.IdleObject, 0, 0.05);
        Assert.InRange(test.RandomPoint, 0.1, 0.25);
        Assert.True(test.Contact > 0.99);
        Assert.InRange(test.Background, 0.4, 0.6);
        Assert.InRange(train.Background, 0.4, 0.6);
        Assert.InRange(test.Agreed, 0.75, test.Pointed);
        Assert.InRange(train.OffTopic, 0.2, 0.6);
        Assert.InRange(train.Misheard, 0.02, 0.25);
        Assert.InRange(train.Misaligned, 0.05, 0.4);
    }

    [Fact]
    public void The_middle_of_the_frame_gets_better_with_more_central_actions()
    {
        static double Centre(double share) =>
            KitchenGenerator.Statistics(new() { TrainVideos = 0, TestVideos = 40, Scene = new() { CentralShare = share } }).Test!.Centre;
        Assert.True(Centre(1) > Centre(0) + 0.3);
    }

    [Fact]
    public void Impossible_options_are_refused_with_their_value()
    {
        Assert.Contains("1.5", Assert.Throws<ArgumentException>(() => KitchenGenerator.Statistics(new() { Background = 1.5 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => KitchenGenerator.Statistics(new() { TrainVideos = 0, TestVideos = 0 }));
        Assert.Throws<ArgumentException>(() => KitchenGenerator.Statistics(new() { TestSeconds = (90, 60) }));
    }
}
