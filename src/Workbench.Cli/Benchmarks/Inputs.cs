using TorchSharp;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>Arrays for a peer from tensors of ours.</summary>
internal static class Inputs
{
    public static NamedArray Of(string name, Tensor value)
    {
        if (value.dtype == ScalarType.Bool || value.dtype == ScalarType.Int64)
        {
            using Tensor whole = value.to(ScalarType.Int64).cpu().contiguous();
            return NamedArray.OfInt64s(name, value.shape, whole.data<long>().ToArray());
        }

        using Tensor single = value.detach().to(ScalarType.Float32).cpu().contiguous();
        return NamedArray.OfSingles(name, value.shape, single.data<float>().ToArray());
    }

    /// <summary>The parameters of a module under their own names.</summary>
    public static IEnumerable<NamedArray> Of(nn.Module module) => module.named_parameters().Select(p => Of(p.name, p.parameter));

    /// <summary>A mask of captions of 5 to K words; the first has K.</summary>
    public static Tensor Mask(int sentences, int words)
    {
        long[] lengths = [.. Enumerable.Range(0, sentences).Select(i => i == 0 ? words : (long)Math.Min(words, 5 + (7 * i % Math.Max(1, words - 4))))];
        return arange(words, ScalarType.Int64).unsqueeze(0) < tensor(lengths, [sentences, 1]);
    }

    public static double Norm(Tensor value) => value.detach().to(ScalarType.Float64).norm().item<double>();
}
