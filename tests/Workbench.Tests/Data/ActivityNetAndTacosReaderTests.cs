using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class ActivityNetAndTacosReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PublicDataFact("ActivityNetCaptions/val.json")]
    public void ActivityNets_published_validation_split_has_its_counts()
    {
        var problems = new List<DataProblem>();
        var moments = ActivityNetCaptionsReader.Read(PublicData.Find("ActivityNetCaptions/val.json"), new() { OnProblem = problems.Add });
        Assert.Equal((17505, 4917), (moments.Count, moments.Select(moment => moment.Video).Distinct().Count()));
        Assert.Equal(new MomentQuery("v_uqiMw7tQ1Cc", "A weight lifting tutorial is given", new(0.28, 55.15), 55.15), moments[0]);
        Assert.StartsWith("The coach helps", moments[1].Sentence, StringComparison.Ordinal);
        Assert.All(moments, moment => Assert.True(moment.Segment.Start >= 0 && moment.Segment.End <= moment.Duration && !moment.Segment.IsEmpty));
        Assert.Empty(problems);
    }

    [PublicDataFact("TACoS/train.json")]
    public void Tacos_published_training_split_has_its_counts_and_its_frames_become_seconds()
    {
        var moments = TacosReader.Read(PublicData.Find("TACoS/train.json"));
        Assert.Equal((9790, 75), (moments.Count, moments.Select(moment => moment.Video).Distinct().Count()));
        Assert.Equal(new MomentQuery("s17-d69.avi", "He took out a pan", new(224 / 29.4, 358 / 29.4), 12438 / 29.4), moments[0]);
        Assert.All(moments, moment => Assert.True(moment.Segment.End <= moment.Duration && !moment.Segment.IsEmpty));
    }

    [Fact]
    public void Ends_are_cut_to_the_video_and_empty_moments_left_out_and_reported()
    {
        var problems = new List<DataProblem>();
        var path = _folder.Write("a.json", """{"v": {"duration": 10.5, "timestamps": [[1, 20], [3, 3], [0, 4.5]], "sentences": [" It starts. ", "Nothing.", "It ends"]}}""");
        var moments = ActivityNetCaptionsReader.Read(path, new() { OnProblem = problems.Add });
        Assert.Equal([new MomentQuery("v", "It starts", new(1, 10.5), 10.5), new MomentQuery("v", "It ends", new(0, 4.5), 10.5)], moments);
        Assert.Equal("entry 'v'.timestamps[1]", Assert.Single(problems).Place);
    }

    [Theory]
    [InlineData("""{"v": {"timestamps": [], "sentences": []}}""", "entry 'v'", "field 'duration' was expected")]
    [InlineData("""{"v": {"duration": 0, "timestamps": [], "sentences": []}}""", "entry 'v'.duration", "seconds above 0 were expected, 0 is there")]
    [InlineData("""{"v": {"duration": 9, "timestamps": [[1, 2]], "sentences": []}}""", "entry 'v'", "there are 0 and 1")]
    [InlineData("""{"v": {"duration": 9, "timestamps": [[2, 1]], "sentences": ["a"]}}""", "entry 'v'.timestamps[0]", "[2, 1] is there")]
    [InlineData("""{"v": {"duration": 9, "timestamps": [[-2, 1]], "sentences": ["a"]}}""", "entry 'v'.timestamps[0]", "a start of at least 0 was expected")]
    [InlineData("""{"v": {"duration": 9, "timestamps": [[9, 12]], "sentences": ["a"]}}""", "entry 'v'.timestamps[0]", "a moment inside the video was expected; it starts at 9 s of 9 s")]
    [InlineData("""{"v": {"duration": 9, "timestamps": [[1]], "sentences": ["a"]}}""", "entry 'v'.timestamps[0]", "a list of 2 numbers was expected; it has 1")]
    [InlineData("""{"v": {"duration": 9, "timestamps": [[1, 2]], "sentences": [" ."]}}""", "entry 'v'.sentences[0]", "it is empty")]
    [InlineData("""{"v": {"duration": 9, "timestamps": [], "sentences": []}, "v": {}}""", "entry 'v'", "each name may appear once")]
    [InlineData("""[]""", "the outermost value", "an object was expected")]
    public void What_is_wrong_is_named_with_file_and_place(string text, string place, string expectation)
    {
        var path = _folder.Write("a.json", text);
        var error = Assert.Throws<DataFormatException>(() => ActivityNetCaptionsReader.Read(path));
        Assert.Equal((path, place), (error.Path, error.Place));
        Assert.Contains(expectation, error.Expectation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"v": {"fps": 0, "num_frames": 10, "timestamps": [], "sentences": []}}""", "entry 'v'.fps")]
    [InlineData("""{"v": {"fps": 25, "num_frames": -1, "timestamps": [], "sentences": []}}""", "entry 'v'.num_frames")]
    [InlineData("""{"v": {"fps": 25, "num_frames": 100, "timestamps": [[100, 200]], "sentences": ["a"]}}""", "entry 'v'.timestamps[0]")]
    public void Wrong_frames_of_tacos_are_named(string text, string place) =>
        Assert.Equal(place, Assert.Throws<DataFormatException>(() => TacosReader.Read(_folder.Write("a.json", text))).Place);

    [Fact]
    public void With_SkipBad_the_rest_is_read_and_each_bad_entry_listed()
    {
        var problems = new List<DataProblem>();
        var path = _folder.Write("a.json", """{"u": {}, "v": {"duration": 9, "timestamps": [[2, 1], [1, 2]], "sentences": ["a", "b"]}, "v": {}}""");
        Assert.Equal("b", Assert.Single(ActivityNetCaptionsReader.Read(path, new() { SkipBad = true, OnProblem = problems.Add })).Sentence);
        Assert.Equal(["entry 'u'", "entry 'v'.timestamps[0]", "entry 'v'"], problems.Select(problem => problem.Place));
    }
}
