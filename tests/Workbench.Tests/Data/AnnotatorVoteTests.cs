using Workbench.Data;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Annotation;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Tests.Data;

public sealed class AnnotatorVoteTests : IDisposable
{
    private static readonly FrameSize s_frame = new(640, 480);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Three_of_five_answers_are_a_majority_and_cannot_say_is_no_answer()
    {
        Point?[] three = [new(200, 200), null, new(230, 240), null, new(210, 190)], two = [new(200, 200), null, new(230, 240), null, null];
        Assert.Equal(3, AnnotatorVote.Paper.Needed);
        Assert.Equal(2, AnnotatorVote.Majority(3).Needed);
        Assert.True(AnnotatorVote.Paper.IsPresent(three));
        Assert.False(AnnotatorVote.Paper.IsPresent(two));
        Assert.True(AnnotatorVote.ReleasedCode.IsPresent(two));
        Assert.False(AnnotatorVote.ReleasedCode.IsPresent([null, null]));
        Assert.Equal(new Box(100, 90, 330, 340), AnnotatorVote.Paper.BoxOf(three, s_frame));
        Assert.Null(AnnotatorVote.Paper.BoxOf(two, s_frame));
    }

    [Fact]
    public void The_two_clippings_give_the_two_boxes_of_a_point_near_the_corner()
    {
        Point?[] answers = [new(600, 450), new(560, 400)];
        Assert.Equal(new Box(460, 300, 640, 480), AnnotatorVote.ReleasedCode.BoxOf(answers, s_frame));
        Assert.Equal(new Box(460, 300, 480, 550), AnnotatorVote.ReleasedCode.BoxOf(answers, s_frame, BoxClipping.ReleasedCode));
    }

    [Fact]
    public void Bounds_are_the_first_and_last_present_second_inside_the_segment()
    {
        Assert.Equal(new Segment(4, 9), AnnotatorVote.Bounds(new(3, 9), [2, 4, 5, 9, 10]));
        Assert.Equal(new Segment(4, 4), AnnotatorVote.Bounds(new(3, 9), [4]));
        Assert.Null(AnnotatorVote.Bounds(new(3, 9), [2, 10]));
    }

    /// <summary>The released bounds are those of one vote, not of the majority that the paper describes.</summary>
    [PublicDataFact("GroundingYouTube")]
    public void The_published_bounds_follow_from_one_vote()
    {
        GroundingSet Refined(BoxVariant boxes) => Read(SegmentFile.Seg, boxes) with { Videos = [.. Read(SegmentFile.Seg, boxes).Videos.Select(AnnotatorVote.Refine)] };
        var released = Read(SegmentFile.Ground, null).Videos.SelectMany(video => video.Actions.Select(action => (video.Id, action.Id, action.Segment))).ToHashSet();
        var one = Refined(BoxVariant.New).Videos.SelectMany(video => video.Actions.Select(action => (video.Id, action.Id, action.Segment))).ToHashSet();
        Assert.Equal(5018, one.Count);
        Assert.True(released.SetEquals(one));
        Assert.Equal(4562, Refined(BoxVariant.Agree).Videos.Sum(video => video.Actions.Count));

        static GroundingSet Read(SegmentFile segments, BoxVariant? boxes) => GroundingYouTubeReader.Read(PublicData.Find("GroundingYouTube"), new() { Segments = segments, Boxes = boxes });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_embedded_benchmarks_boxes_follow_from_its_five_points_by_vote_and_clipping(bool swapped)
    {
        var options = new AnnotatorOptions { SwappedClip = swapped, CannotSay = 0.3 };
        var scripts = Enumerable.Range(0, 2).Select(index => ScriptWriter.Write(new KitchenOptions(), KitchenSplit.Test, index));
        GroundingYouTubeFiles.Write(_folder.Path, [.. scripts.Select(script => Annotators.Annotate(script, options))], options);
        var clipping = swapped ? BoxClipping.ReleasedCode : BoxClipping.Corrected;
        foreach (var (variant, vote) in new[] { (BoxVariant.Agree, AnnotatorVote.Paper), (BoxVariant.New, AnnotatorVote.ReleasedCode) })
        {
            var videos = GroundingYouTubeReader.Read(_folder.Path, new() { Boxes = variant }).Videos;
            var answers = AnnotatorPoints.Read(_folder.File(AnnotatorPoints.FileName), videos.ToDictionary(video => video.Id, video => new FrameSize(video.Width, video.Height)));
            Assert.All(videos, video => Assert.Equal(video.Boxes.OrderBy(box => box.Key), vote.BoxesOf(answers[video.Id], s_frame, clipping).OrderBy(box => box.Key)));
            Assert.NotEmpty(videos[0].Boxes);
        }
    }

    [Theory]
    [InlineData("""{"v": {"x": []}}""", "entry 'v'.x", "a whole second")]
    [InlineData("""{"v": {"1": [[1]]}}""", "entry 'v'.1[0]", "a list of 2 numbers")]
    [InlineData("""{"v": {"1": [null, [641, 2]]}}""", "entry 'v'.1[1]", "inside the 640×480 frame")]
    [InlineData("""{"w": {}}""", "entry 'w'", "'w' is unknown")]
    public void Wrong_answers_are_named(string text, string place, string expectation)
    {
        var error = Assert.Throws<DataFormatException>(() => AnnotatorPoints.Read(_folder.Write("p.json", text), new Dictionary<string, FrameSize> { ["v"] = s_frame }));
        Assert.Equal(place, error.Place);
        Assert.Contains(expectation, error.Expectation, StringComparison.Ordinal);
    }
}
