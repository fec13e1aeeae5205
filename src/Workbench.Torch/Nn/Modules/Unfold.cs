using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Sliding blocks as columns: (N, C, H, W) to (N, C K1 K2, blocks).</summary>
public sealed class Unfold : ParameterLessModule<Tensor, Tensor>
{
    internal Unfold((long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride)
        : base(nameof(Unfold))
    {
        this.kernel_size = kernel_size;
        this.dilation = dilation;
        this.padding = padding;
        this.stride = stride;
    }

    /// <summary>The block's size.</summary>
    public (long, long) kernel_size { get; set; }

    /// <summary>Distance between a block's elements.</summary>
    public (long, long) dilation { get; set; }

    /// <summary>Zeros on each side.</summary>
    public (long, long) padding { get; set; }

    /// <summary>Distance between blocks.</summary>
    public (long, long) stride { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.unfold(tensor, kernel_size, dilation, padding, stride);
}
