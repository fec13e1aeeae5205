using System.Text.Json;
using Workbench.Inference;

namespace Workbench.Tests.Inference;

public class OrderedAlignmentTests
{
    private static double[,] Scores(Random random, int frames, int classes)
    {
        var score_TC = new double[frames, classes];
        for (int t = 0; t < frames; t++)
            for (int c = 0; c < classes; c++)
                score_TC[t, c] = Math.Log(random.NextDouble() + 1e-6);
        return score_TC;
    }

    [Theory]
    [InlineData(1, -141.5646)]
    [InlineData(20, -88.6981)]
    [InlineData(100, -9.2510)]
    [InlineData(150, 0)]
    [InlineData(200, -7.6801)]
    [InlineData(300, -58.2904)]
    [InlineData(1000, -1048.0681)]
    public void Poisson_scores_of_the_released_length_file(int length, double expected) =>
        Assert.Equal(expected, new PoissonLength(150, 5000)[length], 4);

    [Fact]
    public void No_length_and_too_long_a_length_are_impossible()
    {
        var model = new PoissonLength(5, 10);
        Assert.Equal(double.NegativeInfinity, model[0]);
        Assert.Equal(double.NegativeInfinity, model[11]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonLength(0.5, 10));
    }

    [Fact]
    public void Clear_scores_are_followed_and_the_result_tells_starts_and_labels()
    {
        var score_TC = new double[6, 2];
        for (int t = 0; t < 6; t++)
            (score_TC[t, 0], score_TC[t, 1]) = t is >= 2 and < 5 ? (-9, 0) : (0, -9);
        var result = OrderedAlignment.Align(score_TC, [0, 1, 0], new() { LengthModel = false });
        Assert.Equal([0, 0, 1, 1, 1, 0], result.Label_T);
        Assert.Equal([0, 0, 1, 1, 1, 2], result.Step_T);
        Assert.Equal([0, 2, 5], result.Start_S);
        Assert.Equal(0, result.Score);
    }

    [Fact]
    public void Without_evidence_equal_steps_share_the_time_equally()
    {
        var result = OrderedAlignment.Align(new double[12, 1], [0, 0, 0], new() { MeanSeconds = 4 });
        Assert.Equal([0, 4, 8], result.Start_S);
        Assert.Equal(0, result.Score, 12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_best_of_all_alignments_is_found(bool lengths)
    {
        var random = new Random(13);
        for (int round = 0; round < 150; round++)
        {
            int steps = random.Next(1, 5), frames = steps + random.Next(8);
            var score_TC = Scores(random, frames, 3);
            int[] transcript = [.. Enumerable.Range(0, steps).Select(_ => random.Next(3))];
            var options = new AlignmentOptions { LengthModel = lengths, MeanSeconds = 2, ClassMeanSeconds = new Dictionary<int, double> { [1] = 4.5 } };
            double best = Enumerate(score_TC, transcript, options, 0, 0);
            var result = OrderedAlignment.Align(score_TC, transcript, options);
            Assert.Equal(best, result.Score, 9);
            Assert.Equal(result.Score, Score(score_TC, transcript, options, result), 9);
        }
    }

    [Fact]
    public void A_long_video_agrees_with_plain_dynamic_programming()
    {
        var random = new Random(14);
        for (int round = 0; round < 5; round++)
        {
            const int Frames = 300, Steps = 40;
            var score_TC = Scores(random, Frames, 7);
            int[] transcript = [.. Enumerable.Range(0, Steps).Select(_ => random.Next(7))];
            var options = new AlignmentOptions { MeanSeconds = 5 };
            var length = new PoissonLength(5, Frames);
            var best = new double[Steps + 1, Frames + 1];
            for (int s = 0; s <= Steps; s++)
                for (int t = 0; t <= Frames; t++)
                    best[s, t] = s == 0 && t == 0 ? 0 : double.NegativeInfinity;
            for (int s = 0; s < Steps; s++)
                for (int begin = 0; begin < Frames; begin++)
                {
                    double sum = 0;
                    for (int end = begin + 1; end <= Frames; end++)
                    {
                        sum += score_TC[end - 1, transcript[s]];
                        best[s + 1, end] = Math.Max(best[s + 1, end], best[s, begin] + sum + length[end - begin]);
                    }
                }

            var result = OrderedAlignment.Align(score_TC, transcript, options);
            Assert.Equal(best[Steps, Frames], result.Score, 8);
            Assert.Equal(Steps, result.Step_T.Distinct().Count());
        }
    }

    [Fact]
    public void Every_step_gets_a_frame_where_there_are_just_enough()
    {
        var result = OrderedAlignment.Align(Scores(new Random(15), 5, 2), [0, 1, 0, 1, 0]);
        Assert.Equal([0, 1, 2, 3, 4], result.Step_T);
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        var few = Assert.Throws<ArgumentException>(() => OrderedAlignment.Align(new double[2, 1], [0, 0, 0]));
        Assert.Contains("2 frames cannot hold 3 steps", few.Message);
        Assert.Throws<ArgumentException>(() => OrderedAlignment.Align(new double[2, 1], []));
        Assert.Throws<ArgumentException>(() => OrderedAlignment.Align(new double[2, 1], [1]));
        var infinite = Assert.Throws<ArgumentException>(() => OrderedAlignment.Align(new double[,] { { 0 }, { double.NegativeInfinity } }, [0]));
        Assert.Contains("frame 1, class 0", infinite.Message);
        Assert.Throws<ArgumentException>(() => OrderedAlignment.Align(new double[19, 1], [0], AlignmentOptions.ReleasedCode));
    }

    [Fact]
    public void The_released_decoder_counts_the_first_block_twice_and_lags_a_block()
    {
        // Blocks of 2, one step: initial block (frames 0-1), then frame 0 again, then frames 1-2 and 3-4.
        var score_TC = new double[,] { { -1 }, { -2 }, { -4 }, { -8 }, { -16 }, { -32 } };
        var options = AlignmentOptions.ReleasedCode with { FrameSampling = 2, LengthModel = false };
        var result = OrderedAlignment.Align(score_TC, [0], options);
        Assert.Equal(-3 - 1 - 6 - 24, result.Score, 12);
        Assert.Equal(6, result.Label_T.Length);
    }

    [Fact]
    public void The_released_decoder_answers_as_the_public_code_does()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Fixtures.Find("alignment/released.json")));
        foreach (var item in cases.RootElement.EnumerateArray())
        {
            int Whole(string name) => item.GetProperty(name).GetInt32();
            long state = Whole("seed");
            var score_TC = new double[Whole("frames"), Whole("classes")];
            for (int t = 0; t < score_TC.GetLength(0); t++)
                for (int c = 0; c < score_TC.GetLength(1); c++)
                {
                    state = ((1103515245 * state) + 12345) % (1L << 31);
                    score_TC[t, c] = item.GetProperty("top").GetDouble() - 4 + (4.0 * state / (1L << 31));
                }

            int[] transcript = [.. item.GetProperty("transcript").EnumerateArray().Select(label => label.GetInt32())];
            var options = AlignmentOptions.ReleasedCode with
            {
                Fps = 1,
                MeanSeconds = item.GetProperty("mean").GetDouble(),
                FrameSampling = Whole("block"),
                MaxHypotheses = Whole("hypotheses"),
            };
            var result = OrderedAlignment.Align(score_TC, transcript, options);
            Assert.Equal(item.GetProperty("score").GetDouble(), result.Score, 7);
            Assert.Equal(item.GetProperty("labels").EnumerateArray().Select(label => label.GetInt32()), result.Label_T);
        }
    }

    private static double Enumerate(double[,] score_TC, int[] transcript, AlignmentOptions options, int step, int begin)
    {
        int frames = score_TC.GetLength(0);
        if (step == transcript.Length)
            return begin == frames ? 0 : double.NegativeInfinity;
        double best = double.NegativeInfinity;
        for (int end = begin + 1; end <= frames; end++)
        {
            double value = Stretch(score_TC, transcript[step], options, begin, end) + Enumerate(score_TC, transcript, options, step + 1, end);
            best = Math.Max(best, value);
        }

        return best;
    }

    private static double Stretch(double[,] score_TC, int label, AlignmentOptions options, int begin, int end)
    {
        double mean = label == 1 ? 4.5 : 2;
        double sum = options.LengthModel ? new PoissonLength(mean, 50)[end - begin] : 0;
        for (int t = begin; t < end; t++)
            sum += score_TC[t, label];
        return sum;
    }

    private static double Score(double[,] score_TC, int[] transcript, AlignmentOptions options, AlignmentResult result)
    {
        double sum = 0;
        for (int s = 0; s < transcript.Length; s++)
            sum += Stretch(score_TC, transcript[s], options, result.Start_S[s], s + 1 < transcript.Length ? result.Start_S[s + 1] : result.Step_T.Length);
        return sum;
    }
}
