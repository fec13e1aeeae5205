using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Maximum over windows of (N, C, H, W).</summary>
public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode)
        : base(nameof(MaxPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The window's size.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Distance between windows; the window's size when null.</summary>
    public long[]? stride { get; set; }

    /// <summary>Padding on each side.</summary>
    public long[]? padding { get; set; }

    /// <summary>Distance between a window's elements.</summary>
    public long[]? dilation { get; set; }

    /// <summary>Whether a last, partial window counts.</summary>
    public bool ceil_mode { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>The maxima, and where they were.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
}
