using Workbench.Data;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Annotation;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class AnnotatorsTests
{
    private static readonly AnnotatorOptions Exact = new() { ClickDeviation = 0, SpreadShare = 0, CannotSay = 0, HardActions = 0, Stray = 0 };

    private static readonly VideoScript[] Scripts = [.. Enumerable.Range(0, 8).Select(i => ScriptWriter.Write(new(), KitchenSplit.Test, i))];

    [Fact]
    public void The_box_holds_all_points_with_a_margin_of_100_inside_the_frame()
    {
        var options = new AnnotatorOptions();
        foreach (AnnotatedSecond second in Scripts.SelectMany(s => Annotators.Annotate(s, options).Seconds))
        {
            if (second.Box(options) is not { } box)
            {
                Assert.Empty(second.Points);
                continue;
            }
            Assert.All(second.Points, p => Assert.True(box.Contains(p)));
            Assert.Equal(Math.Max(0, second.Points.Min(p => p.X) - 100), box.Left);
            Assert.Equal(Math.Min(640, second.Points.Max(p => p.X) + 100), box.Right);
            Assert.Equal(Math.Max(0, second.Points.Min(p => p.Y) - 100), box.Top);
            Assert.Equal(Math.Min(480, second.Points.Max(p => p.Y) + 100), box.Bottom);
            Assert.False(box.IsDegenerate);
        }
    }

    [Fact]
    public void The_swapped_clip_of_the_public_files_can_be_repeated()
    {
        var second = new AnnotatedSecond(0, 0, "cut tomato", [new Point(600, 450), null]);
        Assert.Equal(new Box(500, 350, 640, 480), second.Box(new()));
        Assert.Equal(new Box(500, 350, 480, 550), second.Box(new() { SwappedClip = true }));
    }

    [Fact]
    public void Exact_annotators_all_click_on_the_contact_point()
    {
        foreach (VideoScript script in Scripts)
        {
            foreach (AnnotatedSecond second in Annotators.Annotate(script, Exact).Seconds)
            {
                if (TruthBuilder.Contact(script, second.Second) is { } contact)
                {
                    Assert.Equal(5, second.Points.Count);
                    Assert.All(second.Points, p => Assert.True(Math.Abs(p.X - contact.X) <= 0.5 && Math.Abs(p.Y - contact.Y) <= 0.5));
                    Assert.Equal(0, second.MeanDistance);
                }
            }
        }
    }

    [Fact]
    public void Clicks_scatter_and_fall_silent_as_they_are_told()
    {
        AnnotatedSecond[] loose = [.. Scripts.SelectMany(s => Annotators.Annotate(s, Exact with { ClickDeviation = 20 }).Seconds).Where(s => s.Points.Count == 5)];
        // The mean distance of five normal points from their mean: 20·√(π/2)·√(4/5) = 22.4.
        Assert.Equal(22.4, loose.Average(s => s.MeanDistance!.Value), 1.5);
        Assert.All(Scripts.SelectMany(s => Annotators.Annotate(s, Exact with { CannotSay = 1 }).Seconds), s => Assert.Empty(s.Points));
        double silent = Scripts.SelectMany(s => Annotators.Annotate(s, Exact with { CannotSay = 0.3 }).Seconds)
            .Where(s => s.Points.Count > 0).Average(s => s.Clicks.Count(c => c is null) / 5.0);
        Assert.Equal(0.3, silent, 0.04);
    }

    [Fact]
    public void Marked_segments_lie_inside_the_action_and_their_whole_seconds_show_it()
    {
        foreach (VideoScript script in Scripts)
        {
            foreach (AnnotatedSegment s in Annotators.Annotate(script, new()).Segments)
            {
                Take take = script.Takes[s.Id];
                Assert.Equal((take.Start, take.End - 1), (s.Start, s.End));
                Assert.Equal((s.Start, s.End), ((int)Math.Floor(s.From), (int)Math.Floor(s.To)));
                Assert.True(s.From < s.To && s.To < take.End);
            }
        }
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    [InlineData(15, 3)]
    [InlineData(20, 5)]
    [InlineData(21, 8)]
    [InlineData(61, 25)]
    public void Trimming_follows_the_table_measured_on_the_public_files(int length, int side) => Assert.Equal(side, Annotators.Trim(length));
}
