using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Tests.Metrics;

public class IouPointTests
{
    private static readonly Point _in = new(5, 5);
    private static readonly Point _out = new(50, 50);

    private static GroundingVideo Video(IReadOnlyList<ActionSegment> actions, params int[] seconds) => new()
    {
        Id = "v",
        Width = 64,
        Height = 48,
        Actions = actions,
        Boxes = seconds.ToDictionary(s => s, _ => new Box(0, 0, 10, 10)),
    };

    [Fact]
    public void A_case_by_hand()
    {
        // cut at 0..3 (no box at 2), predicted at 0..4, point wrong at 1.
        var metric = new IouPoint();
        metric.Add(
            Video([new(0, "cut", new Segment(0, 3))], 0, 1, 3),
            [new("cut", _in), new("cut", _out), new("cut", _in), new("cut", _in), new("cut", _in), SecondAnswer.Background]);
        // Second 2 is unknown. Correct: 0, 3. Union: 0, 1, 3, 4.
        Assert.Equal(0.5, metric.Result().Value, 12);
        Assert.Equal(0.5, metric.Result(IouPointAverage.Micro).Value, 12);
    }

    [Fact]
    public void The_averages_differ_where_predictions_fall_in_the_background()
    {
        var metric = new IouPoint();
        metric.Add(
            Video([new(0, "cut", new Segment(0, 1)), new(1, "cut", new Segment(3, 3.9)), new(2, "stir", new Segment(6, 6))], 0, 1, 3, 6),
            [new("cut", _in), new("cut", _in), SecondAnswer.Background, new("stir", _in), new("pour", _in)]);
        // Per segment: 1 for the first cut, 0 for the second; the zero-length stir is left out. Micro: 2 right of {0, 1, 3, 4}.
        Assert.Equal(0.5, metric.Result().Value, 12);
        Assert.Equal(2, metric.Result().Segments);
        Assert.Equal(0.5, metric.Result(IouPointAverage.Micro).Value, 12);
        Assert.Equal(4, metric.Result().UnionSeconds);
    }

    [Fact]
    public void The_truth_itself_scores_1_and_background_alone_0()
    {
        var video = Video([new(0, "cut", new Segment(0, 2)), new(1, "stir", new Segment(5, 6))], 0, 1, 2, 5, 6);
        SecondAnswer[] perfect = [new("cut", _in), new("cut", _in), new("cut", _in), default, default, new("stir", _in), new("stir", _in)];
        foreach (var average in Enum.GetValues<IouPointAverage>())
        {
            var metric = new IouPoint();
            metric.Add(video, perfect);
            Assert.Equal(1, metric.Result(average).Value, 12);
            var silent = new IouPoint();
            silent.Add(video, []);
            Assert.Equal(0, silent.Result(average).Value);
            Assert.True(double.IsNaN(new IouPoint().Result(average).Value));
        }
    }

    [Fact]
    public void A_point_that_is_no_number_is_named_with_video_and_second()
    {
        var error = Assert.Throws<ArgumentException>(() => new IouPoint().Add(Video([]), [default, new("cut", new Point(double.NaN, 1))]));
        Assert.Contains("v, second 1", error.Message);
    }

    [Fact]
    public void Both_averages_agree_with_slow_references_on_random_videos()
    {
        var random = new Random(9);
        string?[] labels = [null, "a", "b", "c"];
        for (int round = 0; round < 60; round++)
        {
            var metric = new IouPoint();
            double videoSum = 0, correct = 0, union = 0;
            int videos = 0;
            for (int v = 0; v < 3; v++)
            {
                var actions = new List<ActionSegment>();
                for (int start = random.Next(4); start < 25; start += random.Next(1, 6))
                    actions.Add(new(actions.Count, labels[random.Next(1, 4)]!, new Segment(start, start += random.Next(6))));
                var video = Video(actions, [.. Enumerable.Range(0, 30).Where(_ => random.Next(5) > 0)]);
                SecondAnswer[] answers = [.. RandomCases.Labels(random, random.Next(20, 32), 4).Select(label => new SecondAnswer(labels[label], random.Next(3) > 0 ? _in : _out))];
                metric.Add(video, answers);

                bool In(ActionSegment action, int s) => action.Segment.Start <= s && s <= action.Segment.End && action.Segment.End > action.Segment.Start;
                bool Unknown(int s) => actions.Exists(action => In(action, s)) && !video.Boxes.ContainsKey(s);
                bool Answered(int s, string label) => s >= 0 && s < answers.Length && answers[s].Label == label;
                var scores = new List<double>();
                foreach (var action in actions)
                {
                    int[] truth = [.. Enumerable.Range(0, 40).Where(s => In(action, s) && !Unknown(s))];
                    if (truth.Length == 0)
                        continue;
                    double best = 0;
                    for (int begin = 0; begin < answers.Length; begin++)
                    {
                        if (!Answered(begin, action.Label) || Answered(begin - 1, action.Label))
                            continue;
                        int[] run = [.. Enumerable.Range(begin, 40).TakeWhile(s => Answered(s, action.Label)).Where(s => !Unknown(s))];
                        double right = truth.Intersect(run).Count(s => answers[s].Point == _in);
                        best = Math.Max(best, right / truth.Union(run).Count());
                    }

                    scores.Add(best);
                }

                if (scores.Count > 0)
                    (videoSum, videos) = (videoSum + scores.Average(), videos + 1);
                for (int s = 0; s < 40; s++)
                {
                    if (Unknown(s))
                        continue;
                    string? answer = s < answers.Length ? answers[s].Label : null;
                    if (answer is not null || actions.Exists(action => In(action, s)))
                        union++;
                    if (answer is not null && actions.Exists(action => In(action, s) && action.Label == answer) && answers[s].Point == _in)
                        correct++;
                }
            }

            Assert.Equal(videoSum / videos, metric.Result().Value, 10);
            Assert.Equal(correct / union, metric.Result(IouPointAverage.Micro).Value, 10);
        }
    }
}
