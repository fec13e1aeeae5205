using Workbench.Data;

namespace Workbench.Tests.Data;

/// <summary>The published files, against the counts measured on them independently.</summary>
public sealed class GroundingYouTubeFilesTests
{
    private const string Folder = "GroundingYouTube";

    [PublicDataTheory(Folder)]
    [InlineData(SegmentFile.Seg, 5132, 5091, 690, 0)]
    [InlineData(SegmentFile.Ground, 5018, 4625, 680, 69)]
    [InlineData(SegmentFile.Ground3To20, 2869, 2869, 513, 0)]
    public void Segments_have_the_published_counts(SegmentFile file, int segments, int nonEmpty, int labels, int videosWhereIdIsNotTheIndex)
    {
        var set = Read(new() { Segments = file, Boxes = null });
        var actions = set.Videos.SelectMany(video => video.Actions).ToList();
        Assert.Equal(250, set.Videos.Count);
        Assert.Equal(segments, actions.Count);
        Assert.Equal(nonEmpty, actions.Count(action => !action.Segment.IsEmpty));
        Assert.Equal(labels, actions.Select(action => action.Label).Distinct().Count());
        Assert.Equal(videosWhereIdIsNotTheIndex, set.Videos.Count(video => video.Actions.Where((action, index) => action.Id != index).Any()));
        Assert.All(actions, action => Assert.DoesNotContain('_', action.Label));
    }

    [PublicDataFact(Folder)]
    public void Seconds_of_the_clips_have_the_published_sums()
    {
        var clips = Read(new() { Boxes = null }).Videos.SelectMany(video => video.Actions).Where(action => !action.Segment.IsEmpty).ToList();
        Assert.Equal(20983, clips.Sum(clip => clip.Segment.Length));
        Assert.Equal(26074, clips.Sum(clip => clip.Segment.Length + 1));
        Assert.Equal(689, clips.Select(clip => clip.Label).Distinct().Count());
    }

    [PublicDataTheory(Folder)]
    [InlineData(BoxVariant.Any, 17506, 52)]
    [InlineData(BoxVariant.Agree, 17316, 18)]
    [InlineData(BoxVariant.New, 21719, 61)]
    public void Boxes_have_the_published_counts(BoxVariant variant, int boxes, int degenerate)
    {
        var all = Read(new() { Boxes = variant }).Videos.SelectMany(video => video.Boxes.Values).ToList();
        Assert.Equal(boxes, all.Count);
        Assert.Equal(degenerate, all.Count(box => box.IsDegenerate));
    }

    [PublicDataTheory(Folder)]
    [InlineData(SegmentFile.Seg, BoxVariant.Any, 17812)]
    [InlineData(SegmentFile.Seg, BoxVariant.Agree, 17531)]
    [InlineData(SegmentFile.Seg, BoxVariant.New, 22020)]
    [InlineData(SegmentFile.Ground, BoxVariant.Agree, 17307)]
    [InlineData(SegmentFile.Ground3To20, BoxVariant.Agree, 13938)]
    public void Valid_frames_are_as_many_as_the_released_evaluator_counts(SegmentFile segments, BoxVariant boxes, int frames) =>
        Assert.Equal(frames, ValidFrames.Enumerate(Read(new() { Segments = segments, Boxes = boxes })).Count());

    [PublicDataFact(Folder)]
    public void The_presets_are_the_papers_majority_vote_and_the_readmes_file()
    {
        Assert.Equal(17531, ValidFrames.Enumerate(Read(GroundingYouTubeOptions.Paper)).Count());
        Assert.Equal(17812, ValidFrames.Enumerate(Read(GroundingYouTubeOptions.ReleasedCode)).Count());
    }

    [PublicDataFact(Folder)]
    public void Every_pool_holds_labels_and_no_background()
    {
        var set = Read(new() { Segments = SegmentFile.Ground3To20, Boxes = null });
        Assert.All(set.Videos, video => Assert.DoesNotContain("background", video.Pool));
        Assert.Equal(513, set.Videos.SelectMany(video => video.Pool).Distinct().Count());
        Assert.All(set.Videos, video => Assert.All(video.Actions, action => Assert.Contains(action.Label, video.Pool)));
    }

    [PublicDataFact(Folder)]
    public void Frames_are_640_by_480_but_for_one_video()
    {
        var other = Assert.Single(Read(new() { Boxes = null }).Videos, video => (video.Width, video.Height) != (640, 480));
        Assert.Equal(("7mabCfrc90Y", 480, 640), (other.Id, other.Width, other.Height));
    }

    [PublicDataFact(Folder)]
    public void Both_rounds_of_points_have_the_published_counts()
    {
        var points = GroundingYouTubeReader.ReadPoints(PublicData.Find(Folder));
        Assert.Equal(21868 + 5119, points.Count);
        Assert.Equal(4250 + 884, points.Count(point => point.Mean is null));
        var frames = Read(new() { Points = true }).Videos;
        Assert.Equal(21719, frames.Sum(video => video.Points.Count));
    }

    private static GroundingSet Read(GroundingYouTubeOptions options) => GroundingYouTubeReader.Read(PublicData.Find(Folder), options);
}
