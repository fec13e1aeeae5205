namespace TorchSharp;

/// <summary>How tensors are written.</summary>
public static partial class torch
{
    public const TensorStringStyle julia = TorchSharp.TensorStringStyle.Julia;
    public const TensorStringStyle numpy = TorchSharp.TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = TorchSharp.TensorStringStyle.CSharp;

    private static PrintOptions printing = new();

    public static TensorStringStyle TensorStringStyle
    {
        get => printing.Style;
        set => printing = printing with { Style = value };
    }

    /// <param name="precision">Digits of a number; after the point with <paramref name="sci_mode"/>.</param>
    public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, (sci_mode ? "e" : "f") + precision, linewidth, newLine, maxRows, maxColumns);

    /// <summary>What is left out stays as it is.</summary>
    public static void set_printoptions(TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null) =>
        printing = printing.With(floatFormat, linewidth, newLine, null) with
        {
            Style = style ?? printing.Style,
            MaxRows = maxRows ?? printing.MaxRows,
            MaxColumns = maxColumns ?? printing.MaxColumns,
        };
}
