using System.Globalization;
using System.Text.RegularExpressions;
using Workbench.Data;

namespace Workbench.Backbones;

/// <summary>
/// CLIP weights under the names of OpenAI's checkpoints (<c>visual.conv1.weight</c>, <c>token_embedding.weight</c>, …), in any file that
/// <see cref="TensorFiles"/> opens: OpenAI's TorchScript archives as they were published, state dicts, safetensors.
/// The sizes are read off the shapes; what shapes cannot say (heads, merges) is in the file's metadata, where there is any.
/// </summary>
public static partial class ClipWeights
{
    /// <summary>Metadata key: attention heads of the vision tower. Without it: width / 64, at least 1.</summary>
    public const string VisionHeadsKey = "clip.vision_heads";

    /// <summary>Metadata key: attention heads of the text tower. Without it: width / 64, at least 1.</summary>
    public const string TextHeadsKey = "clip.text_heads";

    /// <summary>Metadata key: the model's short name.</summary>
    public const string NameKey = "clip.name";

    /// <summary>Metadata key: the <see cref="ClipInput"/> that the model was trained on.</summary>
    public const string InputKey = "clip.input";

    /// <summary>Metadata key: the tokenizer's merges, as <see cref="BytePairMerges.ToString"/> writes them.</summary>
    public const string MergesKey = "clip.merges";

    /// <summary>Only models with a stem have this entry.</summary>
    private const string StemKey = "visual.stem.conv0.weight";

    /// <summary>Entries of published checkpoints that are sizes, not weights.</summary>
    private static readonly HashSet<string> s_ignored = ["input_resolution", "context_length", "vocab_size"];

    /// <summary>Makes the model that a file holds.</summary>
    /// <exception cref="DataFormatException">Entries are missing, unknown or of another shape (all of them are listed), or the file holds no CLIP ViT.</exception>
    public static ClipModel Load(string path)
    {
        using ITensorFile file = TensorFiles.Open(path);
        var model = new ClipModel(ReadConfig(file));
        try
        {
            Fill(model, file);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Writes a model.</summary>
    /// <param name="path">The file; written under a temporary name and moved into place.</param>
    /// <param name="model">Its parameters and heads are stored.</param>
    /// <param name="metadata">Further metadata: name, input, merges, recipe.</param>
    /// <param name="half">True: half precision, which rounds each weight by up to 0.05 %.</param>
    public static void Save(string path, ClipModel model, IReadOnlyDictionary<string, string> metadata, bool half = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        var all = new SortedDictionary<string, string>(metadata.ToDictionary(), StringComparer.Ordinal)
        {
            [VisionHeadsKey] = model.Config.VisionHeads.ToString(CultureInfo.InvariantCulture),
            [TextHeadsKey] = model.Config.TextHeads.ToString(CultureInfo.InvariantCulture),
        };
        SafetensorsWriter.Write(path, [.. model.NamedState().Select(p => NamedWeights.ToArray(p.Name, p.Value, half))], all);
    }

    /// <summary>Copies a file's weights into a model of the same sizes.</summary>
    /// <exception cref="DataFormatException">Entries are missing, unknown or of another shape; all of them are listed.</exception>
    internal static void Fill(ClipModel model, ITensorFile file) =>
        NamedWeights.Fill(model.NamedState().ToDictionary(p => p.Name, p => p.Value), file, s_ignored.Contains);

    /// <summary>The sizes that a file's shapes say.</summary>
    /// <exception cref="DataFormatException">One of the tensors that tell is missing or of another rank.</exception>
    internal static ClipConfig ReadConfig(ITensorFile file)
    {
        long[] conv1 = ShapeOf(file, "visual.conv1.weight", 4), visualPositions = ShapeOf(file, "visual.positional_embedding", 2);
        long[] tokens = ShapeOf(file, "token_embedding.weight", 2), textPositions = ShapeOf(file, "positional_embedding", 2);
        int stem = file.Entries.ContainsKey(StemKey) ? (int)ShapeOf(file, StemKey, 4)[0] : 0;
        int grid = (int)Math.Round(Math.Sqrt(visualPositions[0] - 1)), patch = (int)conv1[3] * (stem > 0 ? ClipStem.Stride : 1);
        if (grid * grid + 1 != visualPositions[0])
            throw new DataFormatException(file.Path, "'visual.positional_embedding'", $"expected a square grid and one more, found {visualPositions[0]} positions");
        return new ClipConfig
        {
            ImageSize = grid * patch,
            PatchSize = patch,
            StemWidth = stem,
            VisionWidth = (int)conv1[0],
            VisionLayers = Layers(file, VisionBlock()),
            VisionHeads = Heads(file, VisionHeadsKey, (int)conv1[0]),
            TextWidth = (int)tokens[1],
            TextLayers = Layers(file, TextBlock()),
            TextHeads = Heads(file, TextHeadsKey, (int)tokens[1]),
            ContextLength = (int)textPositions[0],
            VocabularySize = (int)tokens[0],
            EmbedWidth = (int)ShapeOf(file, "text_projection", 2)[1],
        };
    }

    private static long[] ShapeOf(ITensorFile file, string name, int rank)
    {
        if (!file.Entries.TryGetValue(name, out TensorEntry? entry))
            throw new DataFormatException(file.Path, $"'{name}'", "missing: not a CLIP vision transformer under OpenAI's names");
        return entry.Shape.Length == rank
            ? entry.Shape
            : throw new DataFormatException(file.Path, $"'{name}'", $"expected {rank} dimensions, found {NamedWeights.Shape(entry.Shape)}");
    }

    private static int Layers(ITensorFile file, Regex block) =>
        file.Entries.Keys.Select(n => block.Match(n)).Where(m => m.Success).Select(m => int.Parse(m.Groups[1].Value)).DefaultIfEmpty(-1).Max() + 1;

    private static int Heads(ITensorFile file, string key, int width)
    {
        if (!file.Metadata.TryGetValue(key, out string? text))
            return Math.Max(1, width / 64);
        return int.TryParse(text, out int heads) && heads > 0 && width % heads == 0
            ? heads
            : throw new DataFormatException(file.Path, $"metadata '{key}'", $"expected a divisor of the width {width}, found \"{text}\"");
    }

    [GeneratedRegex(@"^visual\.transformer\.resblocks\.(\d{1,4})\.")]
    private static partial Regex VisionBlock();

    [GeneratedRegex(@"^transformer\.resblocks\.(\d{1,4})\.")]
    private static partial Regex TextBlock();
}
