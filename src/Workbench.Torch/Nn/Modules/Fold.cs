using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Sums columns back into an image; the transpose of Unfold.</summary>
public sealed class Fold : ParameterLessModule<Tensor, Tensor>
{
    internal Fold(
        (long, long) output_size, (long, long) kernel_size, (long, long) dilation, (long, long) padding,
        (long, long) stride)
        : base(nameof(Fold))
    {
        this.output_size = output_size;
        this.kernel_size = kernel_size;
        this.dilation = dilation;
        this.padding = padding;
        this.stride = stride;
    }

    /// <summary>The image's size.</summary>
    public (long, long) output_size { get; set; }

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
        nn.functional.fold(tensor, output_size, kernel_size, dilation, padding, stride);
}
