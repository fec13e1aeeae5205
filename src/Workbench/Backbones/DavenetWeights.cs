using System.Globalization;
using System.Text.RegularExpressions;
using Workbench.Data;

namespace Workbench.Backbones;

/// <summary>
/// DAVEnet weights under the names of AVLnet's model_davenet (<c>conv1.weight</c>, <c>layer4.1.bn2.running_var</c>, …), in any file that
/// <see cref="TensorFiles"/> opens. In a checkpoint of a whole AVLnet they stand under a prefix ("DAVEnet."), and what stands elsewhere is
/// left alone.
/// </summary>
public static partial class DavenetWeights
{
    /// <summary>Metadata key: the model's short name.</summary>
    public const string NameKey = "davenet.name";

    /// <summary>An entry that every DAVEnet has.</summary>
    private const string Mark = "layer1.0.downsample.1.running_mean";

    /// <summary>Whether a file holds a DAVEnet, under any prefix.</summary>
    public static bool Has(ITensorFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Entries.Keys.Any(n => n.EndsWith(Mark, StringComparison.Ordinal)) && file.Entries.ContainsKey(Prefix(file) + "batchnorm1.weight");
    }

    /// <summary>Makes the model that a file holds.</summary>
    /// <exception cref="DataFormatException">Entries are missing, unknown or of another shape (all of them are listed), or the file holds no DAVEnet.</exception>
    public static DavenetModel Load(string path)
    {
        using ITensorFile file = TensorFiles.Open(path);
        string prefix = Prefix(file);
        var model = new DavenetModel(ReadConfig(file, prefix));
        try
        {
            NamedWeights.Fill(
                NamedWeights.Of(model), file,
                n => n.EndsWith(".num_batches_tracked", StringComparison.Ordinal) || !n.StartsWith(prefix, StringComparison.Ordinal), prefix);
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
    /// <param name="model">Its parameters and running statistics are stored.</param>
    /// <param name="metadata">Further metadata: name, recipe.</param>
    /// <param name="half">True: matrices in half precision.</param>
    public static void Save(string path, DavenetModel model, IReadOnlyDictionary<string, string> metadata, bool half = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        SafetensorsWriter.Write(path, [.. NamedWeights.Of(model).Select(p => NamedWeights.ToArray(p.Key, p.Value, half && p.Value.dim() > 1))], metadata.ToDictionary());
    }

    /// <summary>The sizes that a file's shapes say.</summary>
    internal static DavenetConfig ReadConfig(ITensorFile file, string prefix)
    {
        long[] first = ShapeOf("conv1.weight"), block = ShapeOf("layer1.0.conv1.weight");
        int stages = Highest(StageOf()), blocks = Highest(BlockOf()) + 1;
        return new DavenetConfig
        {
            Bands = (int)first[2],
            Widths = [(int)first[0], .. Enumerable.Range(1, stages).Select(s => (int)ShapeOf($"layer{s}.0.conv1.weight")[0])],
            Blocks = blocks,
            Kernel = (int)block[3],
        };

        long[] ShapeOf(string name)
        {
            if (!file.Entries.TryGetValue(prefix + name, out TensorEntry? entry))
                throw new DataFormatException(file.Path, $"'{prefix}{name}'", "missing: not a DAVEnet under AVLnet's names");
            return entry.Shape.Length == 4
                ? entry.Shape
                : throw new DataFormatException(file.Path, $"'{prefix}{name}'", $"expected 4 dimensions, found {NamedWeights.Shape(entry.Shape)}");
        }

        int Highest(Regex number) => file.Entries.Keys.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => number.Match(n[prefix.Length..]))
            .Where(m => m.Success).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
    }

    private static string Prefix(ITensorFile file) =>
        file.Entries.Keys.FirstOrDefault(n => n.EndsWith(Mark, StringComparison.Ordinal)) is { } name ? name[..^Mark.Length] : "";

    [GeneratedRegex(@"^layer(\d{1,2})\.")]
    private static partial Regex StageOf();

    [GeneratedRegex(@"^layer1\.(\d{1,2})\.")]
    private static partial Regex BlockOf();
}
