using Workbench.Data;
using Workbench.Data.Formats;

namespace Workbench.Tests.Data;

/// <summary>On files of our own in the published layout (tests/fixtures/daly/make_layouts.py); the published file was not at hand.</summary>
public sealed class DalyReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("daly-0.pkl")]
    [InlineData("daly-2.pkl")]
    [InlineData("daly-4.pkl")]
    [InlineData("daly-python2-0.pkl")]
    [InlineData("daly-python2-1.pkl")]
    [InlineData("daly-python2-2.pkl")]
    public void Every_pickle_protocol_of_both_Pythons_is_read(string file)
    {
        var videos = DalyReader.Read(Fixtures.Find("daly/" + file));
        Assert.Equal([("a", 20.0, 25.0, 500, false), ("b", 8.5, 30.0, 255, true)], videos.Select(video => (video.Id, video.Duration, video.Fps, video.Frames, video.IsTest)));
        var brushing = videos[0].Instances[0];
        Assert.Equal(("BrushingTeeth", "brushing teeth", new Segment(2, 9.5), false, false), (brushing.Class, brushing.Label, brushing.Segment, brushing.Reflection, brushing.Ambiguous));
        Assert.Equal([(3.0, 76, new Box(0, 0.25, 0.5, 0.75)), (7.0, 176, new Box(0.25, 0.5, 0.75, 1))], brushing.Keyframes.Select(frame => (frame.Time, frame.Frame, frame.Box)));
        Assert.Equal([("brush", new Box(0.5, 0.5, 0.625, 0.625))], brushing.Keyframes[1].Objects);
        Assert.Equal((new Segment(12, 20), true), (videos[0].Instances[1].Segment, videos[0].Instances[1].Reflection));
        var photo = videos[1].Instances[0];
        Assert.Equal(("taking photos or videos", true), (photo.Label, photo.Ambiguous));
        Assert.Equal([("camera", new Box(0, 0, 0.5, 0.5)), (null, new Box(0, 0, 1, 1))], photo.Keyframes[0].Objects);
    }

    [Fact]
    public void What_is_wrong_is_named_or_left_out()
    {
        Refused(begin: 5, end: 4, box: [0, 0, 1, 1], "entry 'annot'.'a.mp4'.annot.'Drinking'[0].endTime", "from 5 to 4 s");
        Refused(begin: -1, end: 4, box: [0, 0, 1, 1], "entry 'annot'.'a.mp4'.annot.'Drinking'[0].beginTime", "at least 0 s");
        Refused(begin: 10, end: 14, box: [0, 0, 1, 1], "entry 'annot'.'a.mp4'.annot.'Drinking'[0].beginTime", "inside the video");
        Refused(begin: 1, end: 4, box: [0.5, 0, 0.25, 1], "entry 'annot'.'a.mp4'.annot.'Drinking'[0].keyframes[0].boundingBox", "are swapped");
        Refused(begin: 1, end: 4, box: [0, 0, 200, 100], "entry 'annot'.'a.mp4'.annot.'Drinking'[0].keyframes[0].boundingBox", "relative to the frame");
        Refused(begin: 1, end: 4, box: [0, 0, 1], "entry 'annot'.'a.mp4'.annot.'Drinking'[0].keyframes[0].boundingBox[0]", "rows of at least 4");
        Refused(begin: 1, end: 4, box: [0, 0, 1, 1], "entry 'annot'.'a.mp4'.annot.'Smoking'", "one of the file's labels", "Smoking");
        Refused(begin: 1, end: 4, box: [0, 0, 1, 1], "entry 'splits'[0][0]", "'gone.mp4' is unknown", "Drinking", "gone.mp4");

        var problems = new List<DataProblem>();
        Write(5, 4, [0, 0, 1, 1], "Drinking", "a.mp4");
        Assert.Empty(Assert.Single(DalyReader.Read(_folder.File("d.pkl"), new() { SkipBad = true, OnProblem = problems.Add })).Instances);
        Assert.Single(problems);
    }

    [Fact]
    public void Functions_and_arrays_of_objects_are_refused()
    {
        Assert.Contains("'posix.system' is refused", Assert.Throws<DataFormatException>(() => DalyReader.Read(Fixtures.Find("pickle/evil-2.pkl"))).Message, StringComparison.Ordinal);
        Assert.Contains("is refused", Assert.Throws<DataFormatException>(() => DalyReader.Read(Fixtures.Find("daly/objects.pkl"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        foreach (var file in new[] { "daly-python2-0.pkl", "daly-2.pkl" })
        {
            var whole = File.ReadAllBytes(Fixtures.Find("daly/" + file));
            for (var length = 0; length < whole.Length; length += 7)
            {
                File.WriteAllBytes(_folder.File("d.pkl"), whole[..length]);
                Assert.Throws<DataFormatException>(() => DalyReader.Read(_folder.File("d.pkl")));
            }
        }
    }

    private void Refused(double begin, double end, double[] box, string place, string expectation, string label = "Drinking", string test = "a.mp4")
    {
        Write(begin, end, box, label, test);
        var error = Assert.Throws<DataFormatException>(() => DalyReader.Read(_folder.File("d.pkl")));
        Assert.Equal(place, error.Place);
        Assert.Contains(expectation, error.Expectation, StringComparison.Ordinal);
    }

    private void Write(double begin, double end, double[] box, string label, string test)
    {
        var keyframe = new Dictionary<string, object> { ["time"] = 2.0, ["frameNumber"] = 51, ["boundingBox"] = new PickleTuple(new PickleTuple([.. box.Cast<object?>()])) };
        var instance = new Dictionary<string, object> { ["beginTime"] = begin, ["endTime"] = end, ["keyframes"] = new PickleTuple(keyframe) };
        PickleWriter.Write(_folder.File("d.pkl"), new Dictionary<string, object>
        {
            ["labels"] = new PickleTuple("Drinking"),
            ["objectList"] = new PickleTuple("cup"),
            ["splits"] = new PickleTuple(new PickleTuple(test)),
            ["metadata"] = new Dictionary<string, object> { ["a.mp4"] = new Dictionary<string, object> { ["duration"] = 10.0, ["fps"] = 25, ["nbframes_ffmpeg"] = 250 } },
            ["annot"] = new Dictionary<string, object> { ["a.mp4"] = new Dictionary<string, object> { ["annot"] = new Dictionary<string, object> { [label] = new PickleTuple(instance) } } },
        });
    }
}
