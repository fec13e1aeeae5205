using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Mean over windows of (N, C, H, W).</summary>
public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool2d(
        long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad,
        long? divisor_override)
        : base(nameof(AvgPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.ceil_mode = ceil_mode;
        this.count_include_pad = count_include_pad;
        this.divisor_override = divisor_override;
    }

    /// <summary>The window's size.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Distance between windows; the window's size when null.</summary>
    public long[]? stride { get; set; }

    /// <summary>Padding on each side.</summary>
    public long[]? padding { get; set; }

    /// <summary>Whether a last, partial window counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether padding counts in the mean.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What to divide by instead of the window's count.</summary>
    public long? divisor_override { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.avg_pool2d(
            input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}
