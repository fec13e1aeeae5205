using Workbench.Data;
using Workbench.Data.Formats;

namespace Workbench.Tests.Data;

public sealed class YouCook2InteractionsReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The sample holds 30 of the 254 segments and 12 of the 92 videos.</summary>
    [PublicDataFact("YouCook2Interactions")]
    public void The_published_sample_has_its_counts()
    {
        var set = YouCook2InteractionsReader.Read(PublicData.Find("YouCook2Interactions"), new() { SentenceFile = null });
        Assert.Equal(12, set.Videos.Count);
        Assert.Equal(30, set.Videos.Sum(video => video.Actions.Count));
        Assert.Equal(276, set.Videos.Sum(video => video.Boxes.Count));
        Assert.Equal(267, ValidFrames.Enumerate(set).Count());
        Assert.Equal(79, set.Videos.SelectMany(video => video.Boxes.Values).Count(box => box.Right > 640 || box.Bottom > 360));
        Assert.Equal(new Box(125, 1, 639, 359.5), set.Videos.Single(video => video.Id == "-Ju39A-G0Dk").Boxes[188]);
        Assert.Equal(new Segment(188, 196), set.Videos.Single(video => video.Id == "-Ju39A-G0Dk").Actions[0].Segment);
        Assert.Equal(1, set.SecondOfFirstFrame);
    }

    [PublicDataFact("YouCook2Interactions", "YouCook2/youcookii_annotations_trainval.sample.json")]
    public void Sentences_come_from_YouCook2_and_missing_ones_are_named()
    {
        var problems = new List<DataProblem>();
        var set = YouCook2InteractionsReader.Read(PublicData.Find("YouCook2Interactions"), new()
        {
            SentenceFile = PublicData.Find("YouCook2/youcookii_annotations_trainval.sample.json"),
            SkipBad = true,
            OnProblem = problems.Add,
        });
        Assert.Equal(14, problems.Count);
        var actions = set.Videos.SelectMany(video => video.Actions).ToList();
        Assert.Equal(16, actions.Count);
        Assert.All(actions, action => Assert.NotEmpty(action.Label));
    }

    [Fact]
    public void Videos_are_sorted_and_a_degenerate_box_is_kept()
    {
        Write(new PickleSet([("b", 5, 9), ("b", 1, 3), ("a", 0, 4)]), new() { ["b"] = new Dictionary<int, object> { [2] = (10.5, 20, 10.5, 20) } });
        _folder.Write("youcookii_annotations_trainval.json", """
            {"database": {"a": {"annotations": [{"segment": [0, 4], "id": 0, "sentence": "cut it"}]},
                          "b": {"annotations": [{"segment": [1, 3], "id": 0, "sentence": "fry it "}, {"segment": [5, 9], "id": 1, "sentence": "turn it"}]}}}
            """);
        var set = YouCook2InteractionsReader.Read(_folder.Path);
        Assert.Equal(["a", "b"], set.Videos.Select(video => video.Id));
        Assert.Equal([new ActionSegment(0, "fry it", new(1, 3)), new ActionSegment(1, "turn it", new(5, 9))], set.Videos[1].Actions);
        Assert.True(set.Videos[1].Boxes[2].IsDegenerate);
        Assert.Equal(["fry it", "turn it"], set.Videos[1].Pool);
    }

    [Fact]
    public void The_one_box_that_is_published_inside_out_is_kept()
    {
        Write(new PickleSet([("InDwfZmSikI", 70, 80)]), new() { ["InDwfZmSikI"] = new Dictionary<int, object> { [74] = (10, 20, 5, 30) } });
        Assert.True(YouCook2InteractionsReader.Read(_folder.Path, new() { SentenceFile = null }).Videos[0].Boxes[74].IsDegenerate);
    }

    [Fact]
    public void What_is_wrong_is_named()
    {
        var good = new PickleSet([("b", 5, 9)]);
        Dictionary<string, object> none = [];
        Refused(new PickleTuple("b", 5, 9), none, "a set of (video, start, end) was expected");
        Refused(new PickleSet([("b", 5)]), none, "entry [0]: (video, start, end) was expected");
        Refused(new PickleSet([("b", 9, 5)]), none, "entry [0], ('b', 9, 5): 0 ≤ start ≤ end was expected");
        Refused(new PickleSet([("b", 5, double.NaN)]), none, "(video, start, end) was expected");
        Refused(new PickleSet([("b", 5, 9), ("b", 5, 9)]), none, "each segment may appear once");
        Refused(good, new() { ["b"] = (1, 2) }, "entry 'b': a video with a dict {second: box} was expected");
        Refused(good, new() { ["b"] = new Dictionary<int, object> { [2] = (1, 2, 3) } }, "entry 'b', second 2: a whole second with (left, top, right, bottom) was expected");
        Refused(good, new() { ["b"] = new Dictionary<int, object> { [2] = (1, -2, 3, 4) } }, "corners of at least 0 were expected; (1, -2, 3, 4) is there");
        Refused(good, new() { ["b"] = new Dictionary<int, object> { [2] = (5, 2, 3, 4) } }, "entry 'b', second 2: (left, top, right, bottom) was expected; the corners of (5, 2, 3, 4) are swapped");
        _folder.Write("youcookii_annotations_trainval.json", """{"database": {"b": {"duration": 8.5, "annotations": [{"segment": [5, 10], "id": 0, "sentence": "x"}, {"segment": [9, 9], "id": 1, "sentence": "y"}]}}}""");
        foreach (var outside in new[] { ("b", 5, 10), ("b", 9, 9) })
        {
            Write(new PickleSet([outside]), none);
            Assert.Contains("a segment inside the video was expected, which lasts 8.5 s", Assert.Throws<DataFormatException>(() => YouCook2InteractionsReader.Read(_folder.Path)).Message, StringComparison.Ordinal);
        }
        _folder.Write("youcookii_annotations_trainval.json", """{"database": {}}""");
        Write(good, none);
        Assert.Contains("('b', 5, 9): a segment that youcookii_annotations_trainval.json has a sentence for was expected",
            Assert.Throws<DataFormatException>(() => YouCook2InteractionsReader.Read(_folder.Path)).Message, StringComparison.Ordinal);
    }

    private void Refused(object segments, Dictionary<string, object> boxes, string message)
    {
        Write(segments, boxes);
        Assert.Contains(message, Assert.Throws<DataFormatException>(() => YouCook2InteractionsReader.Read(_folder.Path, new() { SentenceFile = null })).Message, StringComparison.Ordinal);
    }

    private void Write(object segments, Dictionary<string, object> boxes)
    {
        PickleWriter.Write(_folder.File("final_dataset_segments.pkl"), segments);
        PickleWriter.Write(_folder.File("final_dataset_annotations.pkl"), boxes);
    }
}
