using System.Text.Json.Nodes;
using Workbench.Data.Formats;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>
/// Writes the two pickles of YouCook2-Interactions for the test videos, the set of (video, start, end) and
/// {video: {second: (left, top, right, bottom)}}, and the sentences in YouCook2's own JSON. A box at second s belongs to the
/// frame s - 1 at one frame a second, and lies in the set's nominal frame, the video stretched to 640×360.
/// </summary>
internal static class YouCook2InteractionsFiles
{
    public static void Write(string folder, IReadOnlyList<AnnotatedVideo> videos, KitchenTruth truth)
    {
        PickleWriter.Write(Path.Combine(folder, "final_dataset_segments.pkl"), new PickleSet(
            [.. videos.SelectMany(v => v.Segments.Select(s => (object)(v.Script.Id, s.Start + 1, s.End + 1)))]));
        PickleWriter.Write(Path.Combine(folder, "final_dataset_annotations.pkl"), videos.ToDictionary(v => v.Script.Id, v => Boxes(truth.Videos[v.Script.Id])));
        JsonObject database = new(videos.Select(v => KeyValuePair.Create<string, JsonNode?>(v.Script.Id, Sentences(v))));
        AtomicFile.WriteText(Path.Combine(folder, "youcookii_annotations_trainval.json"), new JsonObject { ["database"] = database }.ToJsonString());
        VideosPointer.Write(folder);
    }

    private static Dictionary<int, (double, double, double, double)> Boxes(TruthVideo video)
    {
        const double high = YouCook2InteractionsReader.Height / (double)TruthBuilder.Height;
        var boxes = new Dictionary<int, (double, double, double, double)>();
        for (int k = 0; k < video.Seconds.Count; k++)
        {
            if (video.Seconds[k].Objects.FirstOrDefault(o => o.Acted)?.Box is [var left, var top, var right, var bottom])
                boxes[k + 1] = (Half(left), Half(top * high), Half(right), Half(bottom * high));
        }
        return boxes;

        static double Half(double value) => Math.Round(2 * value) / 2;
    }

    private static JsonObject Sentences(AnnotatedVideo video) => new()
    {
        ["duration"] = JsonNumber.Float(video.Script.Seconds, 2),
        ["subset"] = "validation",
        ["recipe_type"] = "0",
        ["annotations"] = new JsonArray([.. video.Segments.Select(s => new JsonObject
        {
            ["segment"] = new JsonArray(s.Start + 1, s.End + 1),
            ["id"] = s.Id,
            ["sentence"] = $"{s.Action.VerbWord} the {s.Action.ObjectWord}",
        })]),
        ["video_url"] = $"https://narrated-kitchen.invalid/{video.Script.Id}",
    };
}
