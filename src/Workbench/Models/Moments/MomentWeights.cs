using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

/// <summary>
/// Weights of <see cref="TwoDTan"/> and <see cref="Lgi"/> under the names of the released checkpoints, in any file that <see cref="TensorFiles"/> opens: 2D-TAN's are state
/// dicts (from several GPUs with "module." in front), LGI's one state dict for each of its parts. Nothing in a file is run.
/// </summary>
public static class MomentWeights
{
    /// <summary>LGI's released checkpoints may hold its losses, which have no weights of use.</summary>
    private const string Criterion = "criterion.", Parallel = "module.";

    /// <summary>Copies a file's weights into a model.</summary>
    /// <exception cref="DataFormatException">Entries are missing, unknown or of another shape; all of them are listed.</exception>
    public static void Load(string path, MomentModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using ITensorFile file = TensorFiles.Open(path);
        string prefix = file.Entries.Keys.All(n => n.StartsWith(Parallel, StringComparison.Ordinal)) ? Parallel : "";
        NamedWeights.Fill(NamedWeights.Of(model), file, n => n.EndsWith(".num_batches_tracked", StringComparison.Ordinal) || n.StartsWith(Criterion, StringComparison.Ordinal), prefix);
    }

    /// <summary>Writes a model's parameters and running statistics as safetensors, under the same names.</summary>
    public static void Save(string path, MomentModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        SafetensorsWriter.Write(path, [.. NamedWeights.Of(model).Select(p => NamedWeights.ToArray(p.Key, p.Value, half: false))]);
    }

    /// <summary>The 2D-TAN configuration that a file's shapes say, as far as they do: widths, layers, kernel, pooling. The rest is <paramref name="like"/>'s.</summary>
    /// <exception cref="DataFormatException">Not a 2D-TAN.</exception>
    public static TwoDTanConfig TwoDTanOf(string path, TwoDTanConfig like)
    {
        ArgumentNullException.ThrowIfNull(like);
        using ITensorFile file = TensorFiles.Open(path);
        string prefix = file.Entries.Keys.All(n => n.StartsWith(Parallel, StringComparison.Ordinal)) ? Parallel : "";
        long[] video = Shape("frame_layer.vis_conv.weight"), words = Shape("fusion_layer.textual_encoder.weight_ih_l0"), map = Shape("map_layer.convs.0.weight");
        return like with
        {
            VideoWidth = video[1],
            Width = video[0],
            WordWidth = words[1],
            TextLayers = Count("fusion_layer.textual_encoder.weight_ih_l", "_reverse"),
            Bidirectional = file.Entries.ContainsKey(prefix + "fusion_layer.textual_encoder.weight_ih_l0_reverse"),
            MapKernel = (int)map[2],
            MapLayers = Count("map_layer.convs.", ".bias"),
            Pooling = file.Entries.ContainsKey(prefix + "prop_layer.layers.0.0.weight") ? ProposalPooling.Convolution : ProposalPooling.Max,
        };

        long[] Shape(string name) => file.Entries.TryGetValue(prefix + name, out TensorEntry? entry) ? entry.Shape
            : throw new DataFormatException(path, $"'{prefix}{name}'", "missing: not a 2D-TAN under the names of the released checkpoints");

        int Count(string start, string without) => file.Entries.Keys.Count(n => n.StartsWith(prefix + start, StringComparison.Ordinal) && !n.EndsWith(without, StringComparison.Ordinal));
    }
}
