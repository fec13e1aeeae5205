using Workbench.Data;
using Workbench.Data.Formats;

namespace Workbench.Tests.Data;

/// <summary>On files of our own in the published layout (tests/fixtures/daly/make_layouts.py); the published files were not at hand.</summary>
public sealed class VHicoReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("vhico-0.json")]
    [InlineData("vhico-2.json")]
    [InlineData("vhico-4.json")]
    public void Frames_carry_their_label_people_and_things(string file)
    {
        var frames = VHicoReader.Read(Fixtures.Find("daly/" + file));
        Assert.Equal(["catching/fish_1.mp4/47.jpg", "catching/fish_1.mp4/67.jpg", "washing/car.mp4/3.jpg"], frames.Select(frame => frame.Frame));
        Assert.Equal(("catching", "fish_1.mp4", 47, "catching fish", new FrameSize(320, 240)), (frames[0].Action, frames[0].Video, frames[0].Number, frames[0].Label, frames[0].Size));
        Assert.Equal([new Box(10, 20, 110, 220)], frames[0].Humans);
        Assert.Equal([new Box(90.5, 180, 150, 230), new Box(0, 0, 30, 30)], frames[0].Objects);
        Assert.Equal(new Box(0, 0, 150, 230), frames[0].Union);
        Assert.Equal(2, frames[0].Pairs.Count());
        Assert.Equal([new Box(12, 22, 112, 222)], frames[1].Humans);
        Assert.Equal([new Box(91, 181, 151, 231)], frames[1].Objects);
        Assert.Null(frames[2].Size);
    }

    [Theory]
    [InlineData("test/v/v.mp4/x.jpg", "eat apple", 1, 2, 3, 4, ".path", "VIDEO/NUMBER.jpg")]
    [InlineData("test/v/w.mp4/1.jpg", "eat apple", 1, 2, 3, 4, ".path", "a picture of 'v.mp4'")]
    [InlineData("test/v/v.mp4/1.jpg", " ", 1, 2, 3, 4, ".label", "the label is empty")]
    [InlineData("test/v/v.mp4/1.jpg", "eat apple", 3, 2, 1, 4, ".object", "[3, 2, 1, 4] are swapped")]
    [InlineData("test/v/v.mp4/1.jpg", "eat apple", -1, 2, 1, 4, ".object", "inside the 20×10 picture")]
    [InlineData("test/v/v.mp4/1.jpg", "eat apple", 1, 2, 3, 11, ".object", "inside the 20×10 picture")]
    public void What_is_wrong_is_named_and_can_be_left_out(string frame, string label, int left, int top, int right, int bottom, string field, string expectation)
    {
        PickleTuple box = new(new PickleTuple(left, top, right, bottom)), good = new(new PickleTuple(1, 2, 3, 4));
        Dictionary<string, object> Frame(string path, string text, object thing) => new() { ["path"] = path, ["label"] = text, ["human"] = good, ["object"] = thing, ["width"] = 20, ["height"] = 10 };
        var path = _folder.File("v.json");
        PickleWriter.Write(path, new Dictionary<string, object>
        {
            ["annos"] = new Dictionary<string, object> { ["eat"] = new Dictionary<string, object> { ["v.mp4"] = new PickleTuple(Frame(frame, label, box), Frame("a/v.mp4/2.jpg", "eat pear", good), Frame("a/v.mp4/2.jpg", "eat pear", good)) } },
        });
        var error = Assert.Throws<DataFormatException>(() => VHicoReader.Read(path));
        Assert.Equal("entry 'annos'.'eat'.'v.mp4'[0]" + field, error.Place);
        Assert.Contains(expectation, error.Expectation, StringComparison.Ordinal);
        var problems = new List<DataProblem>();
        Assert.Equal("eat pear", Assert.Single(VHicoReader.Read(path, new() { SkipBad = true, OnProblem = problems.Add })).Label);
        Assert.Equal(2, problems.Count);
        Assert.Contains("appears again", problems[1].Expectation, StringComparison.Ordinal);
    }
}
