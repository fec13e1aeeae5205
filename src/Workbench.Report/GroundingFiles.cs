using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;

namespace Workbench.Report;

/// <summary>What <c>workbench ground</c> leaves: an answer as JSON, a picture of each action's best second, the video with heat and timeline.</summary>
public static class GroundingFiles
{
    private static readonly JsonSerializerOptions s_format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer: each action with start, end, confidence and the place in every second; points and boxes in pixels of the video.</summary>
    public static JsonObject ToJson(GroundedVideo answer, string video, MediaInfo media, GroundingOptions options, string model)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(media);
        ArgumentNullException.ThrowIfNull(options);
        return new JsonObject
        {
            ["video"] = video,
            ["width"] = media.Width,
            ["height"] = media.Height,
            ["seconds"] = answer.Seconds,
            ["model"] = model,
            ["backgroundThreshold"] = options.BackgroundThreshold,
            ["actions"] = new JsonArray([.. answer.Actions.Select(action => (JsonNode)new JsonObject
            {
                ["sentence"] = answer.Sentences[action.Sentence],
                ["start"] = action.First,
                ["end"] = action.First + action.Count,
                ["confidence"] = Math.Round(answer.Confidence(action), 4),
                ["places"] = new JsonArray([.. Enumerable.Range(action.First, action.Count).Select(s => (JsonNode)Place(answer, s, media))]),
            })]),
            ["neverFound"] = new JsonArray([.. Enumerable.Range(0, answer.Sentences.Count).Where(p => answer.Actions.All(a => a.Sentence != p)).Select(p => (JsonNode)new JsonObject
            {
                ["sentence"] = answer.Sentences[p],
                ["bestSecond"] = answer.Best(p),
                ["score"] = Math.Round(answer.Score_FP[answer.Best(p), p], 4),
            })]),
        };
    }

    /// <summary>Writes all files and gives their paths: grounding.json, NN-SENTENCE.png for each action, grounding.mp4.</summary>
    /// <param name="folder">Created where it is missing.</param>
    /// <param name="path">The video.</param>
    /// <param name="answer">What the model says about it.</param>
    /// <param name="media">The video's size.</param>
    /// <param name="json">The answer as <see cref="ToJson"/> gives it.</param>
    /// <param name="fps">Pictures a second of the film; 0 writes none.</param>
    /// <param name="progress">Told the seconds drawn.</param>
    /// <param name="cancellation">Stops between two pictures; what is written then is whole.</param>
    public static IReadOnlyList<string> Write(
        string folder, string path, GroundedVideo answer, MediaInfo media, JsonObject json, double fps = 4, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(media);
        ArgumentNullException.ThrowIfNull(json);
        Directory.CreateDirectory(folder);
        var files = new List<string> { Path.Combine(folder, "grounding.json") };
        AtomicFile.WriteText(files[0], json.ToJsonString(s_format) + "\n");
        int width = media.Width + (media.Width % 2), height = media.Height + (media.Height % 2);
        using var painter = new GroundingPainter(answer, width, height);
        ILookup<int, int> keys = answer.Actions.Select((a, i) => (Action: i, Second: Enumerable.Range(a.First, a.Count).MaxBy(s => answer.Score_FP[s, a.Sentence]))).ToLookup(k => k.Second, k => k.Action);
        var options = new FrameOptions { Fps = Math.Max(fps, 1), Width = width, Height = height };
        string film = Path.Combine(folder, "grounding.mp4");
        using VideoWriter? writer = fps > 0 ? new VideoWriter(film, painter.Width, painter.Height, options.Fps) : null;
        int drawn = -1;
        foreach (Frame frame in FrameReader.Read(path, options, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            int second = Math.Min((int)(frame.Seconds + 1e-6), answer.Seconds - 1);
            if (second > drawn && frame.Seconds - second >= 0.5 - (0.5 / options.Fps) - 1e-6)
            {
                drawn = second;
                foreach (int action in keys[second])
                {
                    files.Add(Path.Combine(folder, $"{(action + 1).ToString("00", CultureInfo.InvariantCulture)}-{Name(answer.Sentences[answer.Actions[action].Sentence])}.png"));
                    painter.WritePng(files[^1], frame.Rgb, second);
                }

                progress?.Report(new ProgressReport("drawing", second + 1, answer.Seconds));
            }

            writer?.Add(painter.Draw(frame.Rgb, second));
        }

        writer?.Complete();
        if (writer is not null)
            files.Add(film);
        return files;
    }

    private static JsonObject Place(GroundedVideo answer, int second, MediaInfo media)
    {
        HeatMap heat = answer.Heat[second]!;
        Point point = HeatPeak.Find(heat, media.Width, media.Height);
        Box box = GroundingPainter.BoxOf(heat, media.Width, media.Height);
        return new JsonObject
        {
            ["second"] = second,
            ["score"] = Math.Round(answer.Score_FP[second, answer.Labels[second]], 4),
            ["point"] = new JsonArray(Math.Round(point.X, 1), Math.Round(point.Y, 1)),
            ["box"] = new JsonArray(Math.Round(box.Left, 1), Math.Round(box.Top, 1), Math.Round(box.Right, 1), Math.Round(box.Bottom, 1)),
        };
    }

    private static string Name(string sentence) => string.Concat(sentence.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').Take(40));
}
