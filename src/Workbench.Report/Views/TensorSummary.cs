using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Report.Views;

/// <summary>A tensor's values in a few numbers.</summary>
/// <param name="Min">Least finite value; NaN where none is finite.</param>
/// <param name="Mean">Of the finite values.</param>
/// <param name="Max">Largest finite value.</param>
/// <param name="Deviation">Standard deviation of the finite values (n - 1); NaN for fewer than two.</param>
/// <param name="NaNs">How many are not a number.</param>
/// <param name="Infinities">How many are infinite.</param>
/// <param name="Zeros">Share that is exactly 0.</param>
public sealed record TensorSummary(double Min, double Mean, double Max, double Deviation, long NaNs, long Infinities, double Zeros)
{
    /// <summary>Of a tensor with at least one value.</summary>
    internal static TensorSummary Of(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        Tensor values = tensor.reshape(-1).to(ScalarType.Float64).cpu();
        Tensor finite = values.masked_select(values.isfinite());
        long nans = values.isnan().sum().item<long>(), count = finite.numel();
        double zeros = (double)values.eq(0).sum().item<long>() / values.numel();
        return count == 0
            ? new TensorSummary(double.NaN, double.NaN, double.NaN, double.NaN, nans, values.numel() - nans, zeros)
            : new TensorSummary(
                finite.min().item<double>(), finite.mean().item<double>(), finite.max().item<double>(),
                count > 1 ? Math.Sqrt((finite - finite.mean()).pow(2).sum().item<double>() / (count - 1)) : double.NaN, nans, values.numel() - count - nans, zeros);
    }

    public override string ToString() => string.Join(", ", Rows().Select(row => $"{row.Name} {row.Value}"));

    internal IEnumerable<(string Name, string Value)> Rows()
    {
        yield return ("min", Text(Min));
        yield return ("mean", double.IsNaN(Deviation) ? Text(Mean) : $"{Text(Mean)} ± {Text(Deviation)}");
        yield return ("max", Text(Max));
        if (NaNs > 0)
            yield return ("NaN", NaNs.ToString(CultureInfo.InvariantCulture));
        if (Infinities > 0)
            yield return ("infinite", Infinities.ToString(CultureInfo.InvariantCulture));
        if (Zeros > 0.1)
            yield return ("zeros", Zeros.ToString("0.#%", CultureInfo.InvariantCulture));
    }

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
