using Workbench.Data;
using Workbench.Experiments.Floors;
using Workbench.Metrics;

namespace Workbench.Tests.Experiments.Floors;

public class MomentFloorsTests
{
    private static MomentQuery Query(string video, double start, double end, double duration = 10) => new(video, "a", new(start, end), duration);

    [Fact]
    public void The_most_frequent_moments_are_counted_on_the_grid_and_suppressed()
    {
        // On ten parts: 0–0.2 three times (one of them 0.04–0.24 and one 0–0.16), 0–0.3 twice, 0.7–1 once.
        Segment[] training = [new(0, 0.2), new(0.04, 0.24), new(0, 0.16), new(0, 0.3), new(0.02, 0.31), new(0.7, 1)];
        Assert.Equal([new(0, 0.2), new(0.7, 1)], MomentPrior.Frequent(training, 10, 5, nmsThreshold: 0.5)); // 0–0.3 overlaps 0–0.2 by two thirds
        Assert.Equal([new(0, 0.2), new(0, 0.3), new Segment(0.7, 1)], MomentPrior.Frequent(training, 10, 5, nmsThreshold: 0.7));
        Assert.Equal([new Segment(0, 0.2)], MomentPrior.Frequent(training, 10, 1, 0.7));
    }

    [Fact]
    public void A_moment_keeps_at_least_one_cell()
    {
        Assert.Equal([new Segment(0.75, 1)], MomentPrior.Frequent([new(0.99, 1)], 4, 5, 1));
        Assert.Equal([new Segment(0.25, 0.5)], MomentPrior.Frequent([new(0.3, 0.31)], 4, 5, 1));
    }

    [Fact]
    public void The_grid_is_the_one_whose_first_moment_fits_most_of_the_training_set()
    {
        // On 2 parts 0–0.5 comes first and overlaps 6 of 10 by more than a half; on 10 parts the two equal moments come first and only they overlap.
        (double Start, double End)[] bounds = [(0, 4), (0, 5), (0, 6), (1, 5), (1, 6), (0, 3), (9, 10), (9, 10), (7, 8), (6, 9)];
        MomentQuery[] training = [.. bounds.Select(each => Query("t", each.Start, each.End))];
        RankResult On(params int[] cells) => MomentFloors.Evaluate(training, training, new() { Predictor = MomentPredictor.Frequent, Cells = cells }).Rank;
        Assert.Equal((0.6, 0.2), (On(2).At(1, 0.5), On(10).At(1, 0.5)));
        Assert.Equal(0.6, On(10, 2).At(1, 0.5));
        Assert.Throws<ArgumentException>(() => On());
    }

    [Fact]
    public void The_best_fixed_moments_complement_each_other()
    {
        Segment[] training = [new(0, 0.5), new(0, 0.5), new(0, 0.5), new(0, 0.375), new(0.5, 1), new(0.5, 1)];
        // 0–0.375 overlaps 0–0.5 by 0.75 and hits four; then 0.375–1, which overlaps 0.5–1 by 0.8 and comes before 0.5–1.
        Assert.Equal([new(0, 0.375), new Segment(0.375, 1)], MomentPrior.BestFixed(training, 8, 5, overlap: 0.7));
        Assert.Equal([new(0, 0.5), new(0.375, 1), new Segment(0, 0.375)], MomentPrior.BestFixed(training, 8, 5, overlap: 0.75));
        Assert.Equal([new(0, 0.375), new Segment(0.375, 1)], MomentPrior.BestFixed(training, 8, 5, overlap: 0.75, strict: false));
        Assert.Single(MomentPrior.BestFixed(training, 8, 1, overlap: 0.7));
    }

    [Fact]
    public void Answers_are_scaled_to_each_videos_length()
    {
        MomentQuery[] training = [Query("t", 5, 10), Query("t", 5, 10)], testing = [Query("a", 50, 100, 100), Query("b", 0, 2, 4)];
        var result = MomentFloors.Evaluate(training, testing, new() { Predictor = MomentPredictor.Frequent });
        Assert.Equal((0.5, 0.5), (result.Rank.At(1, 0.7), result.Rank.MeanIoU));
        Assert.Equal((2, 2, false), (result.Videos, result.Fitted, result.CrossValidated));
        Assert.Equal(0.5, MomentFloors.Evaluate(training, testing, new() { Predictor = MomentPredictor.BestFixed }).Rank.At(5, 0.7));
        var whole = MomentFloors.Evaluate(training, testing, new() { Predictor = MomentPredictor.WholeVideo });
        Assert.Equal((1, 0, 0.5, 0), (whole.Rank.At(1, 0.3), whole.Rank.At(1, 0.5), whole.Rank.MeanIoU, whole.Fitted)); // an overlap of exactly one half
    }

    [Fact]
    public void Cross_validation_never_fits_on_the_video_that_it_scores()
    {
        // Each video has a moment of its own: what is learned from the others never helps.
        MomentQuery[] moments = [.. Enumerable.Range(0, 5).Select(i => Query($"v{i}", 2 * i, 2 * i + 2))];
        var blind = MomentFloors.CrossValidate(moments, new() { Predictor = MomentPredictor.BestFixed });
        Assert.Equal((0.0, true, 5), (blind.Rank.At(5, 0.5), blind.CrossValidated, blind.Rank.Queries));
        Assert.Equal(1.0, MomentFloors.Evaluate(moments, moments, new() { Predictor = MomentPredictor.BestFixed }).Rank.At(5, 0.5));
        MomentQuery[] same = [.. Enumerable.Range(0, 10).Select(i => Query($"v{i}", 2, 4))];
        Assert.Equal(1.0, MomentFloors.CrossValidate(same, new() { Predictor = MomentPredictor.BestFixed }).Rank.At(1, 0.5));
        Assert.Throws<ArgumentException>(() => MomentFloors.CrossValidate(moments[..4], new() { Predictor = MomentPredictor.BestFixed }));
        Assert.Throws<ArgumentException>(() => MomentFloors.CrossValidate([], new() { Predictor = MomentPredictor.Random }));
    }

    [Fact]
    public void Random_moments_repeat_with_their_seed()
    {
        MomentQuery[] moments = [.. Enumerable.Range(0, 200).Select(i => Query($"v{i}", i % 7, i % 7 + 3))];
        RankResult Run(int seed) => MomentFloors.CrossValidate(moments, new() { Predictor = MomentPredictor.Random, Seed = seed }).Rank;
        Assert.Equal(Run(1).Recall, Run(1).Recall);
        Assert.NotEqual(Run(1).MeanIoU, Run(2).MeanIoU);
        // A random moment overlaps a fixed one of 0.3 by a quarter on average, give or take.
        Assert.InRange(Run(1).MeanIoU, 0.15, 0.35);
    }
}
