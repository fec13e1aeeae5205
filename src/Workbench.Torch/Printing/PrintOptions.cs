using System.Globalization;

namespace TorchSharp;

/// <summary>How tensors are written: torch.set_printoptions sets the defaults.</summary>
internal sealed record PrintOptions
{
    public TensorStringStyle Style { get; init; } = TensorStringStyle.Julia;

    public string FloatFormat { get; init; } = "g5";

    /// <summary>Characters a line; a row that is longer goes on in the next line (numpy style).</summary>
    public int LineWidth { get; init; } = 100;

    public string NewLine { get; init; } = "\n";

    /// <summary>Longer dimensions are shown by their first and last entries.</summary>
    public int MaxRows { get; init; } = 12;

    public int MaxColumns { get; init; } = 12;

    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    public PrintOptions With(string? fltFormat, int? width, string? newLine, CultureInfo? culture) => this with
    {
        FloatFormat = fltFormat ?? FloatFormat,
        LineWidth = width ?? LineWidth,
        NewLine = newLine ?? NewLine,
        Culture = culture ?? Culture,
    };
}
