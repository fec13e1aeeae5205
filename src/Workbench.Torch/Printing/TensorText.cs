using System.Numerics;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A tensor as text. Only the entries that are shown are copied, from any device.</summary>
internal static class TensorText
{
    private const string Gap = "...";

    public static string Metadata(Tensor tensor) =>
        $"[{string.Join('x', tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    public static string Write(Tensor tensor, TensorStringStyle style, PrintOptions options)
    {
        if (style == TensorStringStyle.Default) style = options.Style;
        if (style == TensorStringStyle.Metadata || tensor.is_meta || tensor.is_sparse) return Metadata(tensor);
        using DisposeScope scope = NewDisposeScope();
        Shown shown = Take(tensor.detach(), options);
        return style switch
        {
            TensorStringStyle.Numpy => Nested(shown, options, '[', ']', " ", 0, 0, Width(shown)).ToString(),
            TensorStringStyle.CSharp => CSharp(tensor, shown, options),
            _ => Julia(tensor, shown, options),
        };
    }

    private static string Julia(Tensor tensor, Shown shown, PrintOptions options)
    {
        var text = new StringBuilder(Metadata(tensor));
        int rank = shown.Indices.Length;
        if (rank == 0) return text.Append(", value = ").Append(shown.Values[0]).ToString();
        int width = Width(shown);
        int slices = 1;
        for (int d = 0; d < rank - 2; d++) slices *= shown.Indices[d].Length;
        int size = shown.Values.Length / Math.Max(slices, 1);
        for (int slice = 0; slice < slices; slice++)
        {
            if (rank > 2)
            {
                string? name = Name(shown, slice);
                text.Append(options.NewLine).Append(name is null ? Gap : $"[{name},..,..] =");
                if (name is null) continue;
            }

            Rows(text, shown, slice * size, width, options);
        }

        return text.ToString();
    }

    private static void Rows(StringBuilder text, Shown shown, int from, int width, PrintOptions options)
    {
        int rank = shown.Indices.Length;
        int columns = shown.Indices[^1].Length;
        int rows = rank == 1 ? 1 : shown.Indices[^2].Length;
        for (int row = 0; row < rows; row++)
        {
            text.Append(options.NewLine);
            if (rank > 1 && shown.Indices[^2][row] < 0)
            {
                text.Append(' ').Append(Gap);
                continue;
            }

            for (int column = 0; column < columns; column++)
                text.Append(' ').Append(shown.Values[from + (row * columns) + column].PadLeft(width));
        }
    }

    /// <summary>The place of a slice in the leading dimensions; null where entries are left out.</summary>
    private static string? Name(Shown shown, int slice)
    {
        var places = new long[shown.Indices.Length - 2];
        for (int d = places.Length - 1; d >= 0; d--)
        {
            int count = shown.Indices[d].Length;
            places[d] = shown.Indices[d][slice % count];
            slice /= count;
            if (places[d] < 0) return null;
        }

        return string.Join(',', places);
    }

    private static string CSharp(Tensor tensor, Shown shown, PrintOptions options) => shown.Indices.Length == 0
        ? $"{Metadata(tensor)}, value = {shown.Values[0]}"
        : $"{Metadata(tensor)}, value = {Nested(shown, options, '{', '}', ", ", 0, 0, 0)}";

    private static StringBuilder Nested(Shown shown, PrintOptions options, char open, char close, string between, int depth, int from, int width)
    {
        var text = new StringBuilder();
        if (depth == shown.Indices.Length) return text.Append(shown.Values[from].PadLeft(width));
        int count = shown.Indices[depth].Length;
        int size = 1;
        for (int d = depth + 1; d < shown.Indices.Length; d++) size *= shown.Indices[d].Length;
        text.Append(open);
        int line = depth + 1;
        for (int k = 0; k < count; k++)
        {
            bool last = depth == shown.Indices.Length - 1;
            string entry = shown.Indices[depth][k] < 0
                ? Gap
                : Nested(shown, options, open, close, between, depth + 1, from + (k * size), width).ToString();
            bool wrap = last ? line + entry.Length + between.Length > options.LineWidth : k > 0;
            if (k > 0) text.Append(wrap || !last ? between.TrimEnd() : between);
            if (k > 0 && wrap) text.Append(options.NewLine).Append(' ', depth + 1);
            line = wrap ? depth + 1 + entry.Length : line + entry.Length + between.Length;
            text.Append(entry);
        }

        return text.Append(close);
    }

    private static int Width(Shown shown) => shown.Values.Length == 0 ? 0 : shown.Values.Max(value => value.Length);

    /// <summary>Copies what is shown: in each dimension all indices, or the first and last with a gap (-1) between.</summary>
    private static Shown Take(Tensor tensor, PrintOptions options)
    {
        long[] shape = tensor.shape;
        var indices = new long[shape.Length][];
        for (int d = 0; d < shape.Length; d++)
        {
            int most = Math.Max(2, d == shape.Length - 1 ? options.MaxColumns : options.MaxRows);
            indices[d] = Pick(shape[d], most);
            if (indices[d].Length < shape[d])
                tensor = tensor.index_select(d, torch.tensor(indices[d].Select(k => Math.Max(k, 0)).ToArray(), device: tensor.device));
        }

        return new Shown(indices, Words(tensor.cpu().resolve_conj().resolve_neg().contiguous(), indices, options));
    }

    private static long[] Pick(long size, int most)
    {
        if (size <= most) return [.. Enumerable.Range(0, (int)size).Select(k => (long)k)];
        int half = most / 2;
        return [.. Enumerable.Range(0, half).Select(k => (long)k), -1, .. Enumerable.Range(0, half).Select(k => size - half + k)];
    }

    private static string[] Words(Tensor tensor, long[][] indices, PrintOptions options)
    {
        if (tensor.is_quantized()) tensor = tensor.dequantize();
        string[] words = tensor.dtype switch
        {
            ScalarType.Bool => [.. tensor.data<bool>().ToArray().Select(v => v ? "True" : "False")],
            ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 =>
                [.. tensor.to(ScalarType.ComplexFloat64).data<Complex>().ToArray().Select(v => Word(v, options))],
            { } type when is_integral(type) =>
                [.. tensor.to(ScalarType.Int64).data<long>().ToArray().Select(v => v.ToString(options.Culture))],
            _ => [.. tensor.to(ScalarType.Float64).data<double>().ToArray().Select(v => v.ToString(options.FloatFormat, options.Culture))],
        };
        int columns = indices.Length == 0 ? 1 : indices[^1].Length;
        for (int k = 0; k < words.Length && indices.Length > 0; k++)
            if (indices[^1][k % columns] < 0) words[k] = Gap;
        return words;
    }

    private static string Word(Complex value, PrintOptions options) =>
        value.Real.ToString(options.FloatFormat, options.Culture) + (value.Imaginary < 0 ? "-" : "+") +
        Math.Abs(value.Imaginary).ToString(options.FloatFormat, options.Culture) + "i";

    /// <summary>Indices shown in each dimension (-1: a gap), and the words of their cross product.</summary>
    private sealed record Shown(long[][] Indices, string[] Values);
}
