using System.Globalization;
using Workbench.Data;

namespace Workbench.Backbones;

/// <summary>
/// S3D weights under the names of the authors' checkpoint (<c>conv1.conv1.weight</c>, <c>mixed_5c.gating_b3.fc.bias</c>,
/// <c>text_module.word_embd.weight</c>, …), in any file that <see cref="TensorFiles"/> opens. Widths are read off the shapes; what shapes cannot
/// say (frames, rate, pixels, words) is in the file's metadata, where there is any.
/// </summary>
public static class S3dWeights
{
    /// <summary>Metadata key: the model's short name.</summary>
    public const string NameKey = "s3d.name";

    /// <summary>Metadata key: the vocabulary, a word a line.</summary>
    public const string WordsKey = "s3d.words";

    internal const string FactorKey = "s3d.width_factor", FramesKey = "s3d.frames", FpsKey = "s3d.fps", ImageKey = "s3d.image_size", PoolsKey = "s3d.time_pools";

    /// <summary>An entry that every S3D has, by which files are told apart.</summary>
    private const string Mark = "mixed_5c.conv_b1_b.conv2.weight";

    /// <summary>Whether a file holds an S3D, under any prefix ("module." of nn.DataParallel).</summary>
    public static bool Has(ITensorFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Entries.Keys.Any(n => n.EndsWith(Mark, StringComparison.Ordinal));
    }

    /// <summary>Makes the model that a file holds.</summary>
    /// <exception cref="DataFormatException">Entries are missing, unknown or of another shape (all of them are listed), or the file holds no S3D.</exception>
    public static S3dModel Load(string path)
    {
        using ITensorFile file = TensorFiles.Open(path);
        var model = new S3dModel(ReadConfig(file));
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
    /// <param name="model">Its parameters, running statistics and sizes are stored.</param>
    /// <param name="metadata">Further metadata: name, words, recipe.</param>
    /// <param name="half">True: matrices in half precision, which rounds each weight by up to 0.05 %; vectors and statistics stay as they are.</param>
    public static void Save(string path, S3dModel model, IReadOnlyDictionary<string, string> metadata, bool half = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        S3dConfig config = model.Config;
        var all = new SortedDictionary<string, string>(metadata.ToDictionary(), StringComparer.Ordinal)
        {
            [FactorKey] = config.WidthFactor.ToString("R", CultureInfo.InvariantCulture),
            [FramesKey] = config.Frames.ToString(CultureInfo.InvariantCulture),
            [FpsKey] = config.Fps.ToString("R", CultureInfo.InvariantCulture),
            [ImageKey] = config.ImageSize.ToString(CultureInfo.InvariantCulture),
            [PoolsKey] = config.TimePools.ToString(CultureInfo.InvariantCulture),
        };
        SafetensorsWriter.Write(path, [.. NamedWeights.Of(model).Select(p => NamedWeights.ToArray(p.Key, p.Value, half && p.Value.dim() > 1))], all);
    }

    /// <summary>Copies a file's weights into a model of the same sizes.</summary>
    internal static void Fill(S3dModel model, ITensorFile file) =>
        NamedWeights.Fill(NamedWeights.Of(model), file, n => n.EndsWith(".num_batches_tracked", StringComparison.Ordinal), Prefix(file));

    /// <summary>The sizes that a file says.</summary>
    /// <exception cref="DataFormatException">One of the tensors that tell is missing or of another rank, or the metadata is no number.</exception>
    internal static S3dConfig ReadConfig(ITensorFile file)
    {
        string prefix = Prefix(file);
        long[] stem = ShapeOf("conv1.conv1.weight", 5), last = ShapeOf("mixed_5c.conv_b0.conv1.weight", 5), words = ShapeOf("text_module.word_embd.weight", 2), fc1 = ShapeOf("text_module.fc1.weight", 2);
        var published = new S3dConfig();
        var config = new S3dConfig
        {
            WidthFactor = Number(FactorKey, last[0] / 384.0),
            Frames = (int)Number(FramesKey, published.Frames),
            Fps = Number(FpsKey, published.Fps),
            ImageSize = (int)Number(ImageKey, published.ImageSize),
            TimePools = (int)Number(PoolsKey, published.TimePools),
            Block = stem[1] switch { 3 => 0, 24 => 2, 96 => 4, _ => throw new DataFormatException(file.Path, $"'{prefix}conv1.conv1.weight'", $"3, 24 or 96 input channels were expected, found {stem[1]}") },
            Words = (int)words[0],
            WordEmbedding = (int)words[1],
            WordWidth = (int)fc1[0],
            JointWidth = (int)ShapeOf("fc.weight", 2)[0],
        };
        try
        {
            config.Validate();
        }
        catch (ArgumentException e)
        {
            throw new DataFormatException(file.Path, "metadata", e.Message, e);
        }

        return config.Width(64) == stem[0] && config.Width(384) == last[0]
            ? config
            : throw new DataFormatException(file.Path, $"metadata '{FactorKey}'", $"a factor that makes {stem[0]} of 64 and {last[0]} of 384 channels was expected, found {config.WidthFactor}");

        long[] ShapeOf(string name, int rank)
        {
            if (!file.Entries.TryGetValue(prefix + name, out TensorEntry? entry))
                throw new DataFormatException(file.Path, $"'{prefix}{name}'", "missing: not an S3D with its text tower under the authors' names");
            return entry.Shape.Length == rank
                ? entry.Shape
                : throw new DataFormatException(file.Path, $"'{prefix}{name}'", $"expected {rank} dimensions, found {NamedWeights.Shape(entry.Shape)}");
        }

        double Number(string key, double otherwise)
        {
            if (!file.Metadata.TryGetValue(key, out string? text))
                return otherwise;
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= 0
                ? number
                : throw new DataFormatException(file.Path, $"metadata '{key}'", $"a number of at least 0 was expected, found \"{text}\"");
        }
    }

    /// <summary>What stands before the names: nothing, or "module." and the like.</summary>
    private static string Prefix(ITensorFile file) =>
        file.Entries.Keys.FirstOrDefault(n => n.EndsWith(Mark, StringComparison.Ordinal)) is { } name ? name[..^Mark.Length] : "";
}
