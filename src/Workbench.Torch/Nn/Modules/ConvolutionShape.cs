namespace TorchSharp.Modules;

/// <summary>Everything that makes a convolution but its values.</summary>
internal sealed record ConvolutionShape
{
    public required long InChannels { get; init; }

    public required long OutChannels { get; init; }

    public required long[] KernelSize { get; init; }

    public required long[] Stride { get; init; }

    public required long[] Padding { get; init; }

    public Padding? NamedPadding { get; init; }

    public required long[] Dilation { get; init; }

    public bool Transposed { get; init; }

    public long[] OutputPadding { get; init; } = [];

    public required long Groups { get; init; }

    public required bool Bias { get; init; }

    public required PaddingModes PaddingMode { get; init; }

    /// <summary>Refuses what no convolution can have.</summary>
    public void Check(string name)
    {
        if (Groups <= 0 || InChannels % Groups != 0 || OutChannels % Groups != 0)
            throw new ArgumentException(
                $"{name}: {InChannels} input and {OutChannels} output channels cannot be split into {Groups} groups.");
        if (KernelSize.Any(size => size <= 0) || Stride.Any(size => size <= 0) || Dilation.Any(size => size <= 0))
            throw new ArgumentException(
                $"{name}: kernel [{string.Join(", ", KernelSize)}], stride [{string.Join(", ", Stride)}] and dilation"
                + $" [{string.Join(", ", Dilation)}] must be positive.");
        if (NamedPadding == TorchSharp.Padding.Same && Stride.Any(size => size != 1))
            throw new ArgumentException($"{name}: padding 'same' needs stride 1, not [{string.Join(", ", Stride)}].");
        if (Transposed && PaddingMode != PaddingModes.Zeros)
            throw new ArgumentException($"{name}: only zeros can pad a transposed convolution, not {PaddingMode}.");
    }
}
