using TorchSharp;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Weights by name, between a file and a model: nothing is guessed, and all that does not fit is listed.</summary>
internal static class NamedWeights
{
    /// <summary>Copies a file's arrays into a model's tensors of the same names and shapes.</summary>
    /// <param name="wanted">The model's tensors.</param>
    /// <param name="file">The weights.</param>
    /// <param name="ignore">Entries of the file that are no weights.</param>
    /// <param name="prefix">What every name in the file begins with.</param>
    /// <exception cref="DataFormatException">Entries are missing, unknown or of another shape; all of them are listed.</exception>
    public static void Fill(IReadOnlyDictionary<string, Tensor> wanted, ITensorFile file, Func<string, bool> ignore, string prefix = "")
    {
        List<string> faults =
        [
            .. wanted.Where(w => !file.Entries.ContainsKey(prefix + w.Key)).Select(w => $"'{prefix}{w.Key}' is missing (expected {Shape(w.Value.shape)})"),
            .. file.Entries.Keys.Where(n => !ignore(n) && !(n.StartsWith(prefix, StringComparison.Ordinal) && wanted.ContainsKey(n[prefix.Length..]))).Select(n => $"'{n}' is not part of the model"),
            .. wanted.Where(w => file.Entries.TryGetValue(prefix + w.Key, out TensorEntry? e) && !e.Shape.SequenceEqual(w.Value.shape))
                .Select(w => $"'{prefix}{w.Key}' has shape {Shape(file.Entries[prefix + w.Key].Shape)}, expected {Shape(w.Value.shape)}"),
        ];
        if (faults.Count > 0)
            throw new DataFormatException(file.Path, $"{faults.Count} of its {file.Entries.Count} tensors", string.Join("; ", faults));
        using var noGrad = no_grad();
        foreach ((string name, Tensor target) in wanted)
        {
            using Tensor values = tensor(file.ReadSingle(prefix + name), target.shape);
            target.copy_(values);
        }
    }

    /// <summary>The floating-point parameters and buffers of a module: batch norms' counters of batches are no weights.</summary>
    public static Dictionary<string, Tensor> Of(nn.Module module) =>
        module.state_dict().Where(p => p.Value.is_floating_point()).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    /// <summary>A tensor as it is stored.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Of any device and type.</param>
    /// <param name="half">Half precision, which rounds each number by up to 0.05 %.</param>
    public static NamedArray ToArray(string name, Tensor value, bool half)
    {
        using Tensor single = value.detach().to(ScalarType.Float32).cpu().contiguous();
        float[] values = single.data<float>().ToArray();
        return half ? NamedArray.OfHalves(name, value.shape, values) : NamedArray.OfSingles(name, value.shape, values);
    }

    public static string Shape(long[] shape) => $"[{string.Join(", ", shape)}]";
}
