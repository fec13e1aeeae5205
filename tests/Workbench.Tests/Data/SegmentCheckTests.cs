using Workbench.Data;

namespace Workbench.Tests.Data;

public class SegmentCheckTests
{
    private static GroundingSet Set(params (double Start, double End)[] actions) =>
        new("x", [new() { Id = "v", Width = 4, Height = 3, Actions = [.. actions.Select((a, i) => new ActionSegment(i, $"a{i}", new(a.Start, a.End)))] }]);

    [Fact]
    public void An_action_outside_its_video_is_an_error_that_names_it_or_left_out()
    {
        var error = Assert.Throws<DataFormatException>(() => SegmentCheck.Against(Set((1, 3), (9, 12.5)), "folder", _ => 10, new()));
        Assert.Equal("folder: video 'v', action 1 ('a1'): an action inside the video was expected, which lasts 10 s; 9 to 12.5 s is there", error.Message);
        var problems = new List<DataProblem>();
        var rest = SegmentCheck.Against(Set((1, 3), (9, 12.5), (10, 10.5), (8, 11)), "folder", _ => 10, new() { SkipBad = true, OnProblem = problems.Add });
        Assert.Equal([0, 3], rest.Videos[0].Actions.Select(action => action.Id));
        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void Sets_that_count_from_second_1_and_videos_of_unknown_length_are_as_they_are()
    {
        Assert.Single(SegmentCheck.Against(Set((10, 11)) with { SecondOfFirstFrame = 1 }, "folder", _ => 10, new()).Videos[0].Actions);
        Assert.Single(SegmentCheck.Against(Set((100, 110)), "folder", _ => null, new()).Videos[0].Actions);
    }
}
