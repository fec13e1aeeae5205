using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class MiningYouTubeReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>50 of the 250 files are at hand.</summary>
    [PublicDataFact("MiningYouTube/annotations")]
    public void The_published_sample_has_its_counts()
    {
        var set = MiningYouTubeReader.Read(PublicData.Find("MiningYouTube"));
        Assert.Equal(50, set.Videos.Count);
        var actions = set.Videos.SelectMany(video => video.Actions).ToList();
        Assert.Equal(1209, actions.Count);
        var first = set.Videos.Single(video => video.Id == "-1okAudsnAc");
        Assert.Equal(28, first.Actions.Count);
        Assert.Equal(new ActionSegment(0, "crack eggs", new(75.277, 83.517)), first.Actions[0]);
        Assert.Equal("add salsa sauce", first.Actions[^1].Label);
    }

    /// <summary>seg.json was made from the .srt files: whole seconds, long segments cut on both sides.</summary>
    [PublicDataFact("MiningYouTube/annotations", "GroundingYouTube/seg.json")]
    public void GroundingYouTube_has_the_same_actions_inside_the_same_times()
    {
        var grounding = GroundingYouTubeReader.Read(PublicData.Find("GroundingYouTube"), new() { Boxes = null }).Videos.ToDictionary(video => video.Id);
        foreach (var video in MiningYouTubeReader.Read(PublicData.Find("MiningYouTube")).Videos)
        {
            var others = grounding[video.Id].Actions;
            Assert.Equal(video.Actions.Select(action => action.Label), others.Select(action => action.Label));
            Assert.All(video.Actions.Zip(others), pair => Assert.True(
                pair.Second.Segment.Start >= Math.Floor(pair.First.Segment.Start) && pair.Second.Segment.End <= Math.Floor(pair.First.Segment.End), $"{video.Id}: {pair}"));
        }
    }

    [PublicDataFact("MiningYouTube/weakYouTube_dict.txt", "GroundingYouTube/seg.json")]
    public void The_mapping_rule_reaches_the_measured_share_of_labels()
    {
        var dictionary = MiningYouTubeDictionary.Read(PublicData.Find("MiningYouTube/weakYouTube_dict.txt"));
        Assert.Equal(513, dictionary.Classes.Count);
        Assert.Equal("background", dictionary.Classes[^1]);
        var labels = GroundingYouTubeReader.Read(PublicData.Find("GroundingYouTube"), new() { Boxes = null }).Videos.SelectMany(video => video.Actions).Select(action => action.Label).ToList();
        Assert.Equal((430, 3898), (labels.Distinct().Count(dictionary.Classes.Contains), labels.Count(dictionary.Classes.Contains)));
        var mapped = labels.Select(dictionary.Match).Where(label => label is not null).ToList();
        Assert.Equal((637, 4746, 493), (labels.Distinct().Count(label => dictionary.Match(label) is not null), mapped.Count, mapped.Distinct().Count()));
        Assert.Equal("crack egg", dictionary.Match("crack eggs"));
        Assert.Equal("pour egg", dictionary.Match("pour egg whites"));
        Assert.Equal("beat mixture", dictionary.Match("beat mixture"));
    }

    [Fact]
    public void Labels_and_pool_come_as_written_or_mapped()
    {
        _folder.Write("annotations/v.srt", "\uFEFF1\r\n00:00:01,500 --> 00:00:04,000\r\ncrack_eggs \r\n\r\n2\r\n01:00:00,000 --> 01:00:00,001\r\nwave_hand\r\n");
        _folder.Write("weakYouTube_dict.txt", "crack_egg \nbackground\n");
        var written = MiningYouTubeReader.Read(_folder.Path).Videos.Single();
        Assert.Equal([new ActionSegment(0, "crack eggs", new(1.5, 4)), new ActionSegment(1, "wave hand", new(3600, 3600.001))], written.Actions);
        Assert.Equal(["crack eggs", "wave hand"], written.Pool);
        Assert.Equal(["crack egg", "wave hand"], MiningYouTubeReader.Read(_folder.Path, new() { Labels = MiningYouTubeLabels.Dictionary }).Videos.Single().Pool);
    }

    [Theory]
    [InlineData("x\n00:00:01,500 --> 00:00:04,000\na\n", "line 1", "a caption's number was expected, 'x' is there")]
    [InlineData("1\n00:00:01,500 -> 00:00:04,000\na\n", "line 2, caption 1", "times such as")]
    [InlineData("1\n00:00:61,500 --> 00:02:04,000\na\n", "line 2, caption 1", "times such as")]
    [InlineData("1\n00:00:05,000 --> 00:00:04,000\na\n", "line 2, caption 1", "an end that is not before the start")]
    [InlineData("1\n00:00:01,000 --> 00:00:04,000\n", "line 1, caption 1", "there are 2 lines")]
    [InlineData("1\n00:00:01,000 --> 00:00:04,000\na\nb\n", "line 1, caption 1", "there are 4 lines")]
    [InlineData("1\n00:00:01,000 --> 00:00:04,000\na\n\n1\n00:00:05,000 --> 00:00:06,000\nb\n", "line 5", "1 follows 1")]
    [InlineData("1\n00:00:05,000 --> 00:00:06,000\na\n\n2\n00:00:01,000 --> 00:00:04,000\nb\n", "line 6, caption 2", "in the order of their starts")]
    [InlineData("1\n00:00:05,000 --> 00:00:06,000\n_\n", "line 3, caption 1", "it is empty")]
    public void What_is_wrong_is_named(string text, string place, string expectation)
    {
        var path = _folder.Write("annotations/v.srt", text);
        var error = Assert.Throws<DataFormatException>(() => MiningYouTubeReader.Read(_folder.Path));
        Assert.Equal((path, place), (error.Path, error.Place));
        Assert.Contains(expectation, error.Expectation, StringComparison.Ordinal);
    }

    [Fact]
    public void With_SkipBad_only_the_bad_caption_is_left_out()
    {
        _folder.Write("annotations/v.srt", "1\n00:00:01,000 --> 00:00:04,000\na\n\n2\noops\nb\n\n3\n00:00:05,000 --> 00:00:06,000\nc\n");
        var problems = new List<DataProblem>();
        var set = MiningYouTubeReader.Read(_folder.Path, new() { SkipBad = true, OnProblem = problems.Add });
        Assert.Equal(["a", "c"], set.Videos.Single().Pool);
        Assert.Equal("line 6, caption 2", Assert.Single(problems).Place);
    }

    [Fact]
    public void A_folder_without_annotations_and_a_bad_dictionary_are_named()
    {
        Assert.Contains("a folder of .srt files was expected", Assert.Throws<DataFormatException>(() => MiningYouTubeReader.Read(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("line 2: each class may appear once", Assert.Throws<DataFormatException>(() => MiningYouTubeDictionary.Read(_folder.Write("d.txt", "a_b\na_b \n"))).Message, StringComparison.Ordinal);
    }
}
