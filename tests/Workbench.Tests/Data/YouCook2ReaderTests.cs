using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class YouCook2ReaderTests : IDisposable
{
    private const string Sample = "YouCook2/youcookii_annotations_trainval.sample.json", List = "YouCook2/validation_youcook.csv";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The sample holds 120 of the 1,790 videos.</summary>
    [PublicDataFact(Sample)]
    public void The_published_sample_has_its_counts()
    {
        var all = YouCook2Reader.Read(PublicData.Find(Sample));
        Assert.Equal((120, 1003), (all.Videos.Count, all.Videos.Sum(video => video.Actions.Count)));
        Assert.Equal(("--bv0V6ZjWI", 332.46), (all.Videos[0].Id, all.Videos[0].Duration));
        Assert.Equal(new ActionSegment(0, "crush and chop the garlic", new(8, 23)), all.Videos[0].Actions[0]);
        Assert.Equal(89, YouCook2Reader.Read(PublicData.Find(Sample), new() { Subset = "training" }).Videos.Count);
        Assert.Equal(31, YouCook2Reader.Read(PublicData.Find(Sample), new() { Subset = "validation" }).Videos.Count);
    }

    [PublicDataFact(Sample, List)]
    public void The_published_list_of_segments_agrees_with_the_annotations()
    {
        var clips = YouCook2Reader.ReadList(PublicData.Find(List));
        Assert.Equal((3350, 436), (clips.Count, clips.Select(clip => clip.Video).Distinct().Count()));
        Assert.Equal(new Clip("xHr8X2Wpmno", new(47, 60), "pick the ends off the verdalago"), clips[0]);
        var known = YouCook2Reader.Read(PublicData.Find(Sample), new() { Subset = "validation" }).Videos.ToDictionary(video => video.Id);
        var shared = clips.Where(clip => known.ContainsKey(clip.Video)).ToList();
        Assert.Equal(245, shared.Count);
        Assert.All(shared, clip => Assert.Contains(known[clip.Video].Actions, action => action.Segment == clip.Segment));
    }

    [Theory]
    [InlineData("""{"a": {}}""", "the outermost value", "field 'database'")]
    [InlineData("""{"database": {"a": {"duration": 9.5, "subset": "training", "annotations": [{"segment": [8, 11], "id": 0, "sentence": "x"}]}}}""", "entry 'database'.a.annotations[0].segment", "which lasts 9.5 s; [8, 11] is there")]
    [InlineData("""{"database": {"a": {"duration": 9.5, "subset": "training", "annotations": [{"segment": [5, 4], "id": 0, "sentence": "x"}]}}}""", "entry 'database'.a.annotations[0].segment", "[5, 4] is there")]
    [InlineData("""{"database": {"a": {"duration": 9.5, "subset": "training", "annotations": [{"segment": [4, 5], "id": 0, "sentence": " "}]}}}""", "entry 'database'.a.annotations[0].sentence", "it is empty")]
    [InlineData("""{"database": {"a": {"duration": 9.5, "subset": "training", "annotations": [{"segment": [4, 5], "id": 0, "sentence": "x"}, {"segment": [5, 6], "id": 0, "sentence": "y"}]}}}""", "entry 'database'.a.annotations[1].id", "0 appears again")]
    [InlineData("""{"database": {"a": {"duration": -1, "subset": "training", "annotations": []}}}""", "entry 'database'.a.duration", "-1 is there")]
    [InlineData("""{"database": {"a": {"duration": 1, "subset": "training", "annotations": []}, "a": {}}}""", "entry 'database'.a", "each name may appear once")]
    public void What_is_wrong_is_named(string text, string place, string expectation)
    {
        var error = Assert.Throws<DataFormatException>(() => YouCook2Reader.Read(_folder.Write("a.json", text)));
        Assert.Equal(place, error.Place);
        Assert.Contains(expectation, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_second_may_be_begun_only()
    {
        var path = _folder.Write("a.json", """{"database": {"a": {"duration": 9.5, "subset": "training", "annotations": [{"segment": [8, 10], "id": 0, "sentence": "x"}]}}}""");
        Assert.Equal(new Segment(8, 10), YouCook2Reader.Read(path).Videos[0].Actions[0].Segment);
    }

    [Theory]
    [InlineData("5,5,1,x,v", "line 2, column end")]
    [InlineData("5,-1,1,x,v", "line 2, column start")]
    [InlineData("x,1,1,x,v", "line 2, column end")]
    [InlineData("5,1,1,,v", "line 2, column text")]
    [InlineData("5,1,1,x,", "line 2, column video_id")]
    public void Wrong_rows_of_a_list_are_named_and_can_be_left_out(string row, string place)
    {
        var path = _folder.Write("l.csv", $"end,start,task,text,video_id\n{row}\n9,2,3,fry it ,w\n");
        Assert.Equal(place, Assert.Throws<DataFormatException>(() => YouCook2Reader.ReadList(path)).Place);
        Assert.Equal([new Clip("w", new(2, 9), "fry it")], YouCook2Reader.ReadList(path, new() { SkipBad = true }));
    }
}
