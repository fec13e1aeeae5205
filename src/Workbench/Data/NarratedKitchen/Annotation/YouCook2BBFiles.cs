using System.Text.Json.Nodes;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>
/// Writes the test videos' objects as YouCook2-BB has them: class_file.csv, yc2_bb_val_annotations.json, the sentences in YouCook2's own JSON, and region proposals of both splits.
/// A sentence's object is the one that is worked on, not the idle ones of its kind. It stands in for what a detector would give: see <see cref="Proposals"/>.
/// </summary>
public static class YouCook2BBFiles
{
    /// <summary>Width of the frame of boxes, as the set's own.</summary>
    public const int Width = 720;

    /// <summary>Its height, for 4:3.</summary>
    public const int Height = 540;

    /// <summary>Proposals a frame (NAFAE and DVSA: 20).</summary>
    public const int ProposalsAFrame = 20;

    private const double Scale = Width / (double)TruthBuilder.Width;

    /// <summary>The names of the proposals' files.</summary>
    public const string TrainProposals = "proposals_train.safetensors", TestProposals = "proposals_val.safetensors";

    /// <summary>True where all files are there.</summary>
    public static bool AreIn(string folder) => new[] { YouCook2BBReader.ClassFile, YouCook2BBReader.FileOf("val"), YouCook2Reader.FileName, TrainProposals, TestProposals }.All(f => File.Exists(Path.Combine(folder, f)));

    /// <param name="folder">Where to.</param>
    /// <param name="actions">The test videos with their actions in true seconds.</param>
    /// <param name="truth">What is in each second.</param>
    public static void Write(string folder, GroundingSet actions, KitchenTruth truth)
    {
        ArgumentNullException.ThrowIfNull(actions);
        ArgumentNullException.ThrowIfNull(truth);
        AtomicFile.WriteText(Path.Combine(folder, YouCook2BBReader.ClassFile), string.Concat(Enum.GetValues<Ingredient>().Select((kind, i) => $"{i},{Name(kind)},,{Plural(Name(kind))}\n")));
        var database = new JsonObject();
        var sentences = new JsonObject();
        foreach (GroundingVideo video in actions.Videos)
        {
            IReadOnlyList<TruthSecond> seconds = truth.Videos[video.Id].Seconds;
            ActionSegment[] kept = [.. video.Actions.Where(a => !a.Segment.IsEmpty)];
            database[video.Id] = new JsonObject
            {
                ["rwidth"] = Width,
                ["rheight"] = Height,
                ["segments"] = new JsonObject(kept.Select((a, i) => KeyValuePair.Create<string, JsonNode?>($"{i}", Objects(a, seconds)))),
            };
            sentences[video.Id] = new JsonObject
            {
                ["duration"] = JsonNumber.Float(seconds.Count, 2),
                ["subset"] = "validation",
                ["recipe_type"] = "0",
                ["annotations"] = new JsonArray([.. kept.Select((a, i) => new JsonObject
                {
                    ["segment"] = new JsonArray((int)a.Segment.Start, (int)a.Segment.End),
                    ["id"] = i,
                    ["sentence"] = a.Label.Replace(" ", " the ", StringComparison.Ordinal),
                })]),
                ["video_url"] = $"https://narrated-kitchen.invalid/{video.Id}",
            };
        }

        AtomicFile.WriteText(Path.Combine(folder, YouCook2Reader.FileName), new JsonObject { ["database"] = sentences }.ToJsonString());
        AtomicFile.WriteText(Path.Combine(folder, YouCook2BBReader.FileOf("val")), new JsonObject { ["database"] = database }.ToJsonString());
        foreach ((string file, string split) in new[] { (TrainProposals, "train"), (TestProposals, "test") })
            ProposalFile.Write(Path.Combine(folder, file), Width, Height, truth.Videos.Where(v => v.Value.Split == split).OrderBy(v => v.Key, StringComparer.Ordinal)
                .Select(v => (v.Key, (IReadOnlyList<IReadOnlyList<Box>>)[.. v.Value.Seconds.Select((s, k) => Proposals(s, StableRandom.Combine((ulong)truth.Seed, Hash(v.Key), (ulong)k)))])));
    }

    /// <summary>
    /// What a class-agnostic detector would propose: each ingredient in the frame, worked on or idle, twice with its corners shifted by up to a sixth of its size, and the rest anywhere. Which
    /// proposal is what is not told, and they come in no order.
    /// </summary>
    internal static IReadOnlyList<Box> Proposals(TruthSecond second, ulong seed, double width = Width, double height = Height, double scale = Scale)
    {
        var random = new StableRandom(seed);
        var boxes = new List<Box>();
        foreach (Box box in second.Objects.Select(o => new Box(o.Box[0], o.Box[1], o.Box[2], o.Box[3]).Scale(scale, scale)))
            for (int copy = 0; copy < 2 && boxes.Count < ProposalsAFrame; copy++)
                boxes.Add(Shift(random, box, width, height));
        while (boxes.Count < ProposalsAFrame)
        {
            double w = random.Range(0.08, 0.45) * width, h = random.Range(0.08, 0.45) * height, x = random.Range(0, width - w), y = random.Range(0, height - h);
            boxes.Add(new Box(x, y, x + w, y + h));
        }

        random.Shuffle(boxes);
        return boxes;
    }

    private static Box Shift(StableRandom random, Box box, double width, double height)
    {
        double x = box.Width / 6, y = box.Height / 6;
        Box moved = new Box(box.Left + random.Range(-x, x), box.Top + random.Range(-y, y), box.Right + random.Range(-x, x), box.Bottom + random.Range(-y, y)).ClipTo(width, height);
        return moved.IsDegenerate ? box.ClipTo(width, height) : moved;
    }

    private static JsonObject Objects(ActionSegment action, IReadOnlyList<TruthSecond> seconds)
    {
        string label = action.Label[(action.Label.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        int first = (int)action.Segment.Start, end = Math.Min((int)action.Segment.End, seconds.Count);
        return new JsonObject
        {
            ["objects"] = new JsonArray(new JsonObject
            {
                ["label"] = label,
                ["boxes"] = new JsonArray([.. Enumerable.Range(first, Math.Max(0, end - first)).Select(k => (JsonNode)Frame(seconds[k].Objects.FirstOrDefault(o => o.Acted)?.Box))]),
            }),
        };
    }

    private static JsonObject Frame(double[]? box) => new()
    {
        ["xtl"] = box is null ? 0 : (int)Math.Round(box[0] * Scale),
        ["ytl"] = box is null ? 0 : (int)Math.Round(box[1] * Scale),
        ["xbr"] = box is null ? 0 : (int)Math.Round(box[2] * Scale),
        ["ybr"] = box is null ? 0 : (int)Math.Round(box[3] * Scale),
        ["outside"] = box is null ? 1 : 0,
        ["occluded"] = 0,
    };

    internal static ulong Hash(string text) => text.Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL);

#pragma warning disable CA1308 // Labels are lower case in the public files.
    private static string Name(Ingredient kind) => kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    private static string Plural(string word) => word is "milk" or "cheese" or "dough" ? "" : word == "tomato" ? "tomatoes" : word + "s";
}
