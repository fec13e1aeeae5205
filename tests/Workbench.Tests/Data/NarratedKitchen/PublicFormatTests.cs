using System.Text.Json;
using Workbench.Data;
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
    public void The_reader_of_GroundingYouTube_reads_back_segments_boxes_pools_and_mean_points()
    {
        GroundingYouTubeFiles.Write(_folder.Path, _videos, new());
        GroundingSet set = GroundingYouTubeReader.Read(_folder.Path, new() { Boxes = BoxVariant.Agree, Points = true });
        Assert.Equal(_videos.Select(v => v.Script.Id), set.Videos.Select(v => v.Id));
        foreach ((AnnotatedVideo made, GroundingVideo read) in _videos.Zip(set.Videos))
        {
            Assert.Equal((640, 480), (read.Width, read.Height));
            Assert.Equal(made.Segments.Select(s => new ActionSegment(s.Id, s.Action.Label, new(s.Start, s.End))), read.Actions);
            Assert.Equal(made.Seconds.Where(s => s.Points.Count >= 3).ToDictionary(s => s.Second, s => s.Box(new())!.Value), read.Boxes);
            foreach (AnnotatedSecond second in made.Seconds.Where(s => s.Mean is not null))
            {
                Point point = Assert.Single(read.Points[second.Second]);
                Assert.Equal(second.Mean!.Value.X, point.X, 0.051);
                Assert.Equal(second.Mean!.Value.Y, point.Y, 0.051);
            }
        }
    }

    [Fact]
    public void The_readers_of_MiningYouTube_and_CharadesSTA_read_back_the_marked_times()
    {
        MiningYouTubeFiles.Write(_folder.Path, _videos);
        GroundingSet set = MiningYouTubeReader.Read(_folder.Path);
        foreach (AnnotatedVideo made in _videos)
        {
            GroundingVideo read = set.Videos.Single(v => v.Id == made.Script.Id);
            Assert.Equal(made.Segments.Select(s => s.Action.Label), read.Actions.Select(a => a.Label));
            Assert.All(made.Segments.Zip(read.Actions), pair => Assert.Equal(pair.First.From, pair.Second.Segment.Start, 1e-9));
            Assert.All(made.Segments.Zip(read.Actions), pair => Assert.Equal(pair.First.To, pair.Second.Segment.End, 1e-9));
        }
        CharadesStaFiles.Write(_folder.Path, _videos, "train");
        CharadesStaFiles.Write(_folder.Path, _videos);
        Assert.Equal(File.ReadAllText(_folder.File("charades_sta_test.txt")), File.ReadAllText(_folder.File("charades_sta_train.txt")));
        IReadOnlyList<MomentQuery> queries = CharadesStaReader.Read(_folder.File("charades_sta_test.txt"), _folder.File("Charades_v1_test.csv"));
        foreach (AnnotatedVideo made in _videos)
            Assert.All(made.Segments, s => Assert.Contains(queries, q => q.Video == made.Script.Id && Math.Abs(q.Segment.Start - s.From) < 0.051 && Math.Abs(q.Segment.End - s.To) < 0.051));
    }

    [Fact]
    public void The_reader_of_YouCook2_Interactions_reads_back_segments_sentences_and_boxes_one_second_late()
    {
        YouCook2InteractionsFiles.Write(_folder.Path, _videos, _truth);
        GroundingSet set = YouCook2InteractionsReader.Read(_folder.Path);
        foreach (AnnotatedVideo made in _videos)
        {
            GroundingVideo read = set.Videos.Single(v => v.Id == made.Script.Id);
            Assert.Equal(made.Segments.Select(s => new Segment(s.Start + 1, s.End + 1)), read.Actions.Select(a => a.Segment));
            Assert.Equal($"{made.Segments[0].Action.VerbWord} the {made.Segments[0].Action.ObjectWord}", read.Actions[0].Label);
            IReadOnlyList<TruthSecond> seconds = _truth.Videos[read.Id].Seconds;
            Assert.Equal(seconds.Count(s => s.Contact is not null), read.Boxes.Count);
            foreach ((int second, Box box) in read.Boxes)
            {
                Assert.True(box.Right <= 640 && box.Bottom <= 360);
                Assert.True(box.Contains(seconds[second - 1].Contact![0], seconds[second - 1].Contact![1] * 0.75));
            }
        }
    }

    [Fact]
    public void The_reader_of_captions_reads_back_what_was_heard()
    {
        VideoScript[] scripts = [.. _videos.Select(v => v.Script)];
        HowTo100MFiles.Write(_folder.Path, scripts);
        IReadOnlyDictionary<string, IReadOnlyList<Clip>> captions = HowTo100MCaptions.Read(_folder.File("captions.json"));
        Assert.Equal(scripts.Select(s => s.Id), captions.Keys);
        Assert.All(scripts, s => Assert.Equal(s.Utterances.Select(u => new Clip(s.Id, new(u.Start, u.End), u.Heard)), captions[s.Id]));
        Assert.Equal(scripts.Length + 1, File.ReadAllLines(_folder.File("videos.csv")).Length);
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
