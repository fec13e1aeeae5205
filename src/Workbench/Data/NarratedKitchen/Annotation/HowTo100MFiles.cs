using System.Text;
using System.Text.Json.Nodes;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>Writes the training videos' captions as HowTo100M has them: {video: {"start": […], "end": […], "text": […]}}, and the list of videos.</summary>
internal static class HowTo100MFiles
{
    public static void Write(string folder, IReadOnlyList<VideoScript> videos)
    {
        AtomicFile.WriteText(Path.Combine(folder, "captions.json"), Captions(videos).ToJsonString());
        var rows = new StringBuilder("video_id,category_1,category_2,rank,task_id\n");
        for (int i = 0; i < videos.Count; i++)
            rows.Append(videos[i].Id).Append(",Food and Entertaining,Recipes,").Append(i + 1).Append(",0\n");
        AtomicFile.WriteText(Path.Combine(folder, "videos.csv"), rows.ToString());
    }

    public static JsonObject Captions(IEnumerable<VideoScript> videos) =>
        new(videos.Select(v => KeyValuePair.Create<string, JsonNode?>(v.Id, new JsonObject
        {
            ["start"] = new JsonArray([.. v.Utterances.Select(u => JsonNumber.Float(u.Start, 2))]),
            ["end"] = new JsonArray([.. v.Utterances.Select(u => JsonNumber.Float(u.End, 2))]),
            ["text"] = new JsonArray([.. v.Utterances.Select(u => JsonValue.Create(u.Heard))]),
        })));
}
