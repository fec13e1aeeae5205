using System.Globalization;
using TorchSharp;
using Workbench.Report.Charts;
using Workbench.Report.Images;
using static TorchSharp.torch;

namespace Workbench.Report.Views;

/// <summary>A small picture of a tensor of one or two dimensions: blue to red around 0 where there are both signs, else dark to light; grey where a value is not finite.</summary>
/// <param name="Png">The picture.</param>
/// <param name="Caption">What its colours mean, and what was left out.</param>
public sealed record TensorHeat(byte[] Png, string Caption)
{
    private const int MostCells = 64, MostPixels = 256, StripHeight = 24;
    private static readonly (int R, int G, int B) s_empty = (180, 180, 180);

    /// <summary>As an address that holds the picture itself.</summary>
    public string DataUri => "data:image/png;base64," + Convert.ToBase64String(Png);

    /// <summary>Null for other numbers of dimensions than one and two.</summary>
    internal static TensorHeat? Of(Tensor tensor)
    {
        if (tensor.dim() is not (1 or 2))
            return null;
        using var scope = NewDisposeScope();
        Tensor matrix = tensor.dim() == 1 ? tensor.unsqueeze(0) : tensor;
        long rowStep = Step(matrix.size(0)), columnStep = Step(matrix.size(1));
        Tensor seen = matrix.slice(0, 0, matrix.size(0), rowStep).slice(1, 0, matrix.size(1), columnStep);
        double[,] values = seen.ToMatrix();
        double[] finite = [.. values.Cast<double>().Where(double.IsFinite)];
        double low = finite.DefaultIfEmpty(0).Min(), high = finite.DefaultIfEmpty(0).Max();
        bool signs = low < 0 && high > 0;
        ColorScale scale = signs ? ColorScale.RedBlue : ColorScale.Viridis;
        if (signs)
            (low, high) = (-Math.Max(-low, high), Math.Max(-low, high));
        string left = rowStep * columnStep == 1 ? "" : $"; every {(rowStep > 1 ? Nth(rowStep) + " row" : "")}{(rowStep > 1 && columnStep > 1 ? ", " : "")}{(columnStep > 1 ? Nth(columnStep) + " column" : "")}";
        return new TensorHeat(Paint(values, scale, low, high, strip: tensor.dim() == 1), string.Create(CultureInfo.InvariantCulture, $"{low:G3} to {high:G3}{left}"));
    }

    private static byte[] Paint(double[,] values, ColorScale scale, double low, double high, bool strip)
    {
        int rows = values.GetLength(0), columns = values.GetLength(1);
        int side = Math.Max(1, MostPixels / Math.Max(rows, columns)), tall = strip ? StripHeight : side;
        int width = columns * side, height = rows * tall;
        var rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
            {
                double value = values[y / tall, x / side];
                (int r, int g, int b) = double.IsFinite(value) ? ColorText.Parse(scale.At(high > low ? (value - low) / (high - low) : 0.5)) : s_empty;
                int at = ((y * width) + x) * 3;
                (rgb[at], rgb[at + 1], rgb[at + 2]) = ((byte)r, (byte)g, (byte)b);
            }
        return PngImage.Encode(rgb, width, height);
    }

    private static long Step(long size) => (size + MostCells - 1) / MostCells;

    private static string Nth(long n) => n switch { 2 => "second", 3 => "third", _ => $"{n}th" };
}
