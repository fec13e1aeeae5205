using System.Text;
using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class HowTo100MCaptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Captions_come_by_video_in_the_order_of_the_file()
    {
        var path = _folder.Write("raw_caption.json", """{"v1": {"start": [0.5, 3], "end": [3.25, 3], "text": ["crack \u00e9ggs", ""]}, "v2": {"text": [], "end": [], "start": []}}""");
        var captions = HowTo100MCaptions.Read(path);
        Assert.Equal([new("v1", new(0.5, 3.25), "crack éggs"), new Clip("v1", new(3, 3), "")], captions["v1"]);
        Assert.Empty(captions["v2"]);
        Assert.Equal(["v2"], HowTo100MCaptions.Read(path, new() { Videos = new HashSet<string> { "v2" } }).Keys);
    }

    [Fact]
    public void A_file_larger_than_the_buffer_is_streamed_and_errors_in_it_keep_their_line()
    {
        var text = new StringBuilder("\uFEFF{");
        for (var i = 0; i < 3000; i++)
            text.Append(i == 0 ? "\n" : ",\n").Append($$"""  "video{{i}}": {"start": [{{i}}.5], "end": [{{i + 1}}], "text": ["say {{i}} {{new string('x', i % 700)}}"]}""");
        var path = _folder.Write("captions.json", text + "\n}\n");
        Assert.True(new FileInfo(path).Length > 4 << 16);
        var captions = HowTo100MCaptions.Read(path);
        Assert.Equal(3000, captions.Count);
        Assert.All(Enumerable.Range(0, 3000), i => Assert.Equal($"say {i} {new string('x', i % 700)}", captions[$"video{i}"].Single().Text));
        Assert.Equal(2999.5, captions["video2999"][0].Segment.Start);

        _folder.Write("captions.json", text.ToString().Replace("[2500.5]", "[NaN]", StringComparison.Ordinal) + "}");
        var error = Assert.Throws<DataFormatException>(() => HowTo100MCaptions.Read(path));
        Assert.Equal("line 2502, position 27", error.Place);
        _folder.Write("captions.json", text.ToString());
        Assert.StartsWith("line 3001, position", Assert.Throws<DataFormatException>(() => HowTo100MCaptions.Read(path)).Place, StringComparison.Ordinal);
        _folder.Write("captions.json", text + "} 5");
        Assert.StartsWith("line 3001, position", Assert.Throws<DataFormatException>(() => HowTo100MCaptions.Read(path)).Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"v": {"start": [0, 1], "end": [1], "text": ["a"]}}""", "entry 'v'", "they have 2, 1 and 1")]
    [InlineData("""{"v": {"start": [0], "end": [1]}}""", "entry 'v'", "field 'text' was expected")]
    [InlineData("""{"v": {"start": [-1], "end": [1], "text": ["a"]}}""", "entry 'v'.start[0]", "at least 0 s was expected, -1 is there")]
    [InlineData("""{"v": {"start": [0, 5], "end": [1, 4], "text": ["a", "b"]}}""", "entry 'v'.start[1]", "from 5 to 4 s")]
    [InlineData("""{"v": {"start": [null], "end": [1], "text": ["a"]}}""", "entry 'v'.start[0]", "a finite number was expected, null is there")]
    [InlineData("""{"v": {"start": [1e999], "end": [1], "text": ["a"]}}""", "entry 'v'.start[0]", "a finite number was expected")]
    [InlineData("""{"v": {"start": [NaN], "end": [1], "text": ["a"]}}""", "line 1, position 18", "NaN and Infinity are not JSON")]
    [InlineData("""{"v": {"start": [0], "end": [1], "text": [5]}}""", "entry 'v'.text[0]", "a string was expected, 5 is there")]
    [InlineData("""{"v": {"start": [0], "end": [1], "text": ["a"]}, "v": {"start": [], "end": [], "text": []}}""", "entry 'v'", "each video may appear once")]
    [InlineData("""["v"]""", "the outermost value", "an object was expected, StartArray is there")]
    [InlineData("", "line 1, position 1", "well-formed JSON was expected")]
    public void What_is_wrong_is_named(string json, string place, string expectation)
    {
        var error = Assert.Throws<DataFormatException>(() => HowTo100MCaptions.Read(_folder.Write("c.json", json)));
        Assert.Equal(place, error.Place);
        Assert.Contains(expectation, error.Expectation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_CSV_files_is_read_by_its_headers()
    {
        _folder.Write("captions/b.csv", "start,end,text\n0,1.5,\"crack, then \"\"whisk\"\"\"\n2,4,\n");
        _folder.Write("captions/a.csv", ",text,end,start\r\n0,pour milk,7,5.25\r\n");
        var captions = HowTo100MCaptions.Read(_folder.File("captions"));
        Assert.Equal(["a", "b"], captions.Keys);
        Assert.Equal(new Clip("a", new(5.25, 7), "pour milk"), captions["a"].Single());
        Assert.Equal(["crack, then \"whisk\"", ""], captions["b"].Select(clip => clip.Text));
    }

    [Theory]
    [InlineData("start,end\n0,1\n", "line 1", "a column text was expected; there are start, end")]
    [InlineData("", "line 1", "the file is empty")]
    [InlineData("start,end,text\n0,nan,a\n", "line 2, column end", "a finite number was expected, 'nan' is there")]
    [InlineData("start,end,text\n0,1,a\nx,2,b\n", "line 3, column start", "'x' is there")]
    [InlineData("start,end,text\n5,4,a\n", "line 2, column start", "from 5 to 4 s")]
    [InlineData("start,end,text\n0,1\n", "line 2", "3 cells were expected; the line has 2")]
    [InlineData("start,end,text\n0,1,a \"b\" c\n", "line 2", "a cell with a quote inside must itself be quoted")]
    [InlineData("start,end,text\n0,1,\"a\n", "line 2", "a closing quote was expected; the file ends")]
    [InlineData("start,end,text\n0,1,\"a\" b\n", "line 2", "a comma or the end of the line was expected after a closing quote")]
    [InlineData("start,end,text\n0,1,\"a\nb\"\n2,1,c", "line 4, column start", "from 2 to 1 s")]
    public void What_is_wrong_in_a_CSV_file_is_named_with_its_line(string csv, string place, string expectation)
    {
        var path = _folder.Write("v.csv", csv);
        var error = Assert.Throws<DataFormatException>(() => HowTo100MCaptions.Read(_folder.Path));
        Assert.Equal((path, place), (error.Path, error.Place));
        Assert.Contains(expectation, error.Expectation, StringComparison.Ordinal);
    }

    [Fact]
    public void With_SkipBad_bad_captions_and_bad_videos_are_left_out()
    {
        var path = _folder.Write("c.json", """{"v": {"start": [0, 5], "end": [1, 4], "text": ["a", "b"]}, "w": {"start": [0]}}""");
        var problems = new List<DataProblem>();
        var captions = HowTo100MCaptions.Read(path, new() { SkipBad = true, OnProblem = problems.Add });
        Assert.Equal("a", captions["v"].Single().Text);
        Assert.Equal(["v"], captions.Keys);
        Assert.Equal(["entry 'v'.start[1]", "entry 'w'"], problems.Select(problem => problem.Place));
    }

    [Fact]
    public void An_empty_folder_and_a_missing_file_are_named()
    {
        Assert.Contains("no .csv file", Assert.Throws<DataFormatException>(() => HowTo100MCaptions.Read(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("there is none", Assert.Throws<DataFormatException>(() => HowTo100MCaptions.Read(_folder.File("x.json"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_videos_gives_ids_and_files()
    {
        Assert.Equal([new("abc", "food/abc.mp4"), new VideoListEntry("-d_e", "-d_e.webm")], VideoList.Read(_folder.Write("videos.csv", "video_path\nfood/abc.mp4\n-d_e.webm\n")));
        Assert.Equal([new VideoListEntry("abc", "abc")], VideoList.Read(_folder.Write("ids.csv", "rank,video_id\n1,abc\n")));
        Assert.Contains("video_path or video_id was expected; there are path", Assert.Throws<DataFormatException>(() => VideoList.Read(_folder.Write("bad.csv", "path\nx\n"))).Message, StringComparison.Ordinal);
        Assert.Contains("line 3, column video_id: each video may appear once; 'a' appears again", Assert.Throws<DataFormatException>(() => VideoList.Read(_folder.Write("bad.csv", "video_id\na\na\n"))).Message, StringComparison.Ordinal);
    }
}
