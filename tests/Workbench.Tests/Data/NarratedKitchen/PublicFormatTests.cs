using System.Text.Json;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Annotation;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Tests.Data.NarratedKitchen;

/// <summary>The generated files have the shape of the public ones: compared with the real files where those are to be had.</summary>
public sealed class PublicFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<AnnotatedVideo> _videos;
    private readonly KitchenTruth _truth;

    public PublicFormatTests()
    {
        VideoScript[] scripts = [.. Enumerable.Range(0, 6).Select(i => ScriptWriter.Write(new(), KitchenSplit.Test, i))];
        _videos = [.. scripts.Select(s => Annotators.Annotate(s, new() { CannotSay = 0.3 }))];
        _truth = new(1, scripts.ToDictionary(s => s.Id, TruthBuilder.Build));
    }

    public void Dispose() => _folder.Dispose();

    [PublicDataTheory("GroundingYouTube")]
    [InlineData("seg.json")]
    [InlineData("ground_seg.json")]
    [InlineData("ground_seg_3to20.json")]
    [InlineData("vid2step.json")]
    [InlineData("id2wh.json")]
    [InlineData("id2wh_new.json")]
    [InlineData("id2wh_reso.json")]
    [InlineData("id2xy_box.json")]
    [InlineData("id2xy_box_agree.json")]
    [InlineData("id2xy_box_new_s.json")]
    [InlineData("pumpkin_youtube_annotation_full_agg.json")]
    [InlineData("pumpkin_youtube_FPS_21k_annotation_full_agg_p.json")]
    public void A_file_of_GroundingYouTube_has_the_fields_and_number_types_of_the_real_one(string name)
    {
        GroundingYouTubeFiles.Write(_folder.Path, _videos, new());
        using JsonDocument real = JsonDocument.Parse(File.ReadAllText(PublicData.Find($"GroundingYouTube/{name}")));
        using JsonDocument ours = JsonDocument.Parse(File.ReadAllText(_folder.File(name)));
        var known = new HashSet<string>();
        Shapes(real.RootElement, "", known);
        var found = new HashSet<string>();
        Shapes(ours.RootElement, "", found);
        Assert.Subset(known, found);
        Assert.NotEmpty(found);
    }

    [Fact]
    public void Box_files_differ_in_who_had_to_agree()
    {
        GroundingYouTubeFiles.Write(_folder.Path, _videos, new());
        int any = Count("id2xy_box_new_s.json"), majority = Count("id2xy_box_agree.json"), second = Count("id2xy_box.json");
        AnnotatedSecond[] seconds = [.. _videos.SelectMany(v => v.Seconds)];
        Assert.Equal(seconds.Count(s => s.Points.Count >= 1), any);
        Assert.Equal(seconds.Count(s => s.Points.Count >= 3), majority);
        int segments = _videos.Sum(v => v.Segments.Count);
        Assert.InRange(any - second, 1, segments);
        using JsonDocument first = JsonDocument.Parse(File.ReadAllText(_folder.File("pumpkin_youtube_annotation_full_agg.json")));
        Assert.Equal(segments, first.RootElement.GetArrayLength());

        int Count(string name)
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllText(_folder.File(name)));
            return file.RootElement.EnumerateObject().Sum(v => v.Value.EnumerateObject().Count());
        }
    }

    [Fact]
    public void Subtitles_have_a_mark_windows_line_ends_and_milliseconds()
    {
        MiningYouTubeFiles.Write(_folder.Path, _videos);
        AnnotatedVideo video = _videos[0];
        byte[] bytes = File.ReadAllBytes(_folder.File($"annotations/{video.Script.Id}.srt"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        string[] lines = File.ReadAllText(_folder.File($"annotations/{video.Script.Id}.srt")).Split("\r\n");
        Assert.Equal("1", lines[0]);
        Assert.Matches(@"^\d\d:\d\d:\d\d,\d\d\d --> \d\d:\d\d:\d\d,\d\d\d$", lines[1]);
        Assert.Equal(video.Segments[0].Action.Label.Replace(' ', '_'), lines[2]);
        Assert.Equal("", lines[3]);
        Assert.EndsWith("background \n", File.ReadAllText(_folder.File("weakYouTube_dict.txt")), StringComparison.Ordinal);
        Assert.True(Path.Exists(_folder.File("videos.txt")) || new FileInfo(_folder.File("videos")).LinkTarget == "../GroundingYouTube/videos");
    }

    [Fact]
    public void Charades_lines_parse_and_end_within_the_video()
    {
        CharadesStaFiles.Write(_folder.Path, _videos);
        var lengths = File.ReadLines(_folder.File("Charades_v1_test.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(f => f[0], f => double.Parse(f[^1]));
        string[] lines = File.ReadAllLines(_folder.File("charades_sta_test.txt"));
        Assert.True(lines.Length >= _videos.Sum(v => v.Segments.Count));
        foreach (string line in lines)
        {
            string[] halves = line.Split("##"), head = halves[0].Split(' ');
            Assert.EndsWith(".", halves[1], StringComparison.Ordinal);
            Assert.True(double.Parse(head[1]) < double.Parse(head[2]));
            Assert.True(double.Parse(head[2]) <= lengths[head[0]]);
        }
    }

    [Fact]
    public void Pickles_are_the_bytes_that_Python_reads()
    {
        // pickle.loads of these bytes gives {("a", 1, 300)} and {"a": {7: (0.5, 1.0, 2.0, 3.0)}}; checked with Python 3.11.
        var set = new PickleBuilder();
        set.BeginSet();
        set.Triple("a", 1, 300);
        set.EndSet();
        Assert.Equal("8003636275696C74696E730A7365740A5D28580100000061" + "4B01" + "4A2C010000" + "87" + "658552" + "2E", Convert.ToHexString(set.ToArray()));
        var boxes = new PickleBuilder();
        boxes.BeginDictionary();
        boxes.String("a");
        boxes.BeginDictionary();
        boxes.Integer(7);
        boxes.Quadruple([0.5, 1, 2, 3]);
        boxes.EndDictionary();
        boxes.EndDictionary();
        Assert.Equal(
            "80037D285801000000617D284B0728473FE0000000000000473FF00000000000004740000000000000004740080000000000007475752E", Convert.ToHexString(boxes.ToArray()));
        YouCook2InteractionsFiles.Write(_folder.Path, _videos, _truth);
        Assert.True(new FileInfo(_folder.File("final_dataset_annotations.pkl")).Length > 1000);
    }

    /// <summary>Paths of fields with the kinds of their values; video and second keys and list places count as one.</summary>
    private static void Shapes(JsonElement element, string path, HashSet<string> shapes)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    bool field = property.Name is "segment" or "id" or "sentence" or "image_url" or "x" or "y" or "mean_x" or "mean_y" or "mean_dist";
                    Shapes(property.Value, $"{path}/{(field ? property.Name : int.TryParse(property.Name, out _) ? "second" : "video")}", shapes);
                }
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                    Shapes(item, path + "/*", shapes);
                break;
            default:
                bool whole = element.ValueKind == JsonValueKind.Number && !element.GetRawText().Contains('.', StringComparison.Ordinal);
                shapes.Add($"{path}: {(element.ValueKind == JsonValueKind.Number ? whole ? "int" : "float" : element.ValueKind.ToString())}");
                break;
        }
    }
}
