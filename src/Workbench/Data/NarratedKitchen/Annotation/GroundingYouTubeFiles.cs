using System.Text.Json.Nodes;
using Workbench.Data.NarratedKitchen.Drawing;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>Writes the test videos' annotations under the names and in the formats of the public GroundingYouTube files.</summary>
internal static class GroundingYouTubeFiles
{
    /// <summary>The public set gives the addresses of the clicked frames; only their last part matters: VIDEO_SECOND_LABEL.jpg.</summary>
    private const string Address = "https://narrated-kitchen.invalid/";

    public static void Write(string folder, IReadOnlyList<AnnotatedVideo> videos, AnnotatorOptions options)
    {
        Save(folder, "seg.json", Object(videos, v => Segments(v.Segments, '_')));
        Save(folder, "ground_seg.json", Object(videos, v => Segments(Grounded(v), ' ')));
        var trimmed = videos.ToDictionary(v => v.Script.Id, v => Grounded(v).Where(s => s.End - s.Start is >= 3 and <= 20).ToList());
        Save(folder, "ground_seg_3to20.json", Object(videos, v => Segments(trimmed[v.Script.Id], ' ')));
        Save(folder, "vid2step.json", Object(videos, v => new JsonArray(
            [.. trimmed[v.Script.Id].Select(s => s.Action.Label).Distinct().Append("background").Select(l => JsonValue.Create(l))])));
        Save(folder, "id2wh.json", Object(videos, _ => new JsonArray(Scene.Width, Scene.Height)));
        Save(folder, "id2wh_new.json", Object(videos, _ => new JsonArray(TruthBuilder.Width, TruthBuilder.Height)));
        Save(folder, "id2wh_reso.json", Object(videos, _ => new JsonArray(
            JsonNumber.Float(TruthBuilder.Width / (double)Scene.Width, 10), JsonNumber.Float(TruthBuilder.Height / (double)Scene.Height, 10))));
        Boxes(folder, videos, options);
        Points(folder, videos);
    }

    /// <summary>The segments with their bounds moved to the first and last second that has a point; those without any are dropped.</summary>
    public static List<AnnotatedSegment> Grounded(AnnotatedVideo video)
    {
        var grounded = new List<AnnotatedSegment>();
        foreach (AnnotatedSegment segment in video.Segments)
        {
            var clicked = video.Seconds.Where(s => s.Span == segment.Id && s.Points.Count > 0).Select(s => s.Second).ToList();
            if (clicked.Count > 0)
                grounded.Add(segment with { Start = clicked.Min(), End = clicked.Max() });
        }
        return grounded;
    }

    /// <summary>The public points come in two files: one second a segment with native pixels (here: the middle one), and the rest.</summary>
    public static bool IsMiddle(AnnotatedVideo video, AnnotatedSecond second)
    {
        AnnotatedSegment segment = video.Segments.First(s => s.Id == second.Span);
        return second.Second == (segment.Start + segment.End) / 2;
    }

    private static void Boxes(string folder, IReadOnlyList<AnnotatedVideo> videos, AnnotatorOptions options)
    {
        AnnotatorVote majority = AnnotatorVote.Majority(options.Count);
        Save(folder, "id2xy_box.json", Object(videos, v => BoxesOf(v, options, s => s.Points.Count >= 1 && !IsMiddle(v, s))));
        Save(folder, "id2xy_box_agree.json", Object(videos, v => BoxesOf(v, options, s => majority.IsPresent(s.Clicks))));
        Save(folder, "id2xy_box_new_s.json", Object(videos, v => BoxesOf(v, options, s => s.Points.Count >= 1)));
    }

    private static JsonObject BoxesOf(AnnotatedVideo video, AnnotatorOptions options, Func<AnnotatedSecond, bool> keep)
    {
        var boxes = new JsonObject();
        foreach (AnnotatedSecond second in video.Seconds.Where(keep))
        {
            Box box = second.Box(options)!.Value;
            boxes[$"{second.Second}"] = new JsonArray((int)box.Left, (int)box.Top, (int)box.Right, (int)box.Bottom);
        }
        return boxes;
    }

    private static void Points(string folder, IReadOnlyList<AnnotatedVideo> videos)
    {
        const double native = Scene.Width / (double)TruthBuilder.Width;
        var middle = new JsonArray();
        var rest = new JsonArray();
        var all = new JsonObject();
        foreach (AnnotatedVideo video in videos)
        {
            string id = video.Script.Id;
            var perSecond = new JsonObject();
            foreach (AnnotatedSecond s in video.Seconds)
            {
                string name = $"{id}_{s.Second}_{s.Label.Replace(' ', '_')}.jpg";
                Point? mean = s.Mean;
                double? distance = s.MeanDistance;
                if (IsMiddle(video, s))
                {
                    middle.Add(new JsonObject
                    {
                        ["image_url"] = $"{Address}data/mining_youtube_frames_step/{name}",
                        ["mean_x"] = Round(mean?.X * native, 10),
                        ["mean_y"] = Round(mean?.Y * native, 10),
                        ["mean_dist"] = Round(distance * native, 10),
                    });
                }
                else
                {
                    rest.Add(new JsonObject
                    {
                        ["image_url"] = $"{Address}result/mining_youtube_FPS_21k/{id}/{name}",
                        ["x"] = Round(mean?.X, 1),
                        ["y"] = Round(mean?.Y, 1),
                        ["mean_dist"] = Round(distance, 10),
                    });
                }
                perSecond[$"{s.Second}"] = new JsonArray([.. s.Clicks.Select(c => c is { } p ? new JsonArray((int)p.X, (int)p.Y) : null)]);
            }
            all[id] = perSecond;
        }
        Save(folder, "pumpkin_youtube_annotation_full_agg.json", middle);
        Save(folder, "pumpkin_youtube_FPS_21k_annotation_full_agg_p.json", rest);
        Save(folder, AnnotatorPoints.FileName, all);
    }

    private static JsonArray Segments(IEnumerable<AnnotatedSegment> segments, char separator) =>
        new([.. segments.Select(s => new JsonObject
        {
            ["segment"] = new JsonArray(s.Start, s.End),
            ["id"] = s.Id,
            ["sentence"] = s.Action.Label.Replace(' ', separator),
        })]);

    private static JsonValue? Round(double? value, int digits) => value is { } v ? JsonNumber.Float(v, digits) : null;

    private static JsonObject Object(IReadOnlyList<AnnotatedVideo> videos, Func<AnnotatedVideo, JsonNode> value) =>
        new(videos.Select(v => KeyValuePair.Create<string, JsonNode?>(v.Script.Id, value(v))));

    private static void Save(string folder, string name, JsonNode content) => AtomicFile.WriteText(Path.Combine(folder, name), content.ToJsonString());
}
