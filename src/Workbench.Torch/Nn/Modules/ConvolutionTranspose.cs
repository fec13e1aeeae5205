using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the transposed convolutions share.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(string name, ConvolutionShape shape, Device? device, ScalarType? dtype)
        : base(name, shape, device, dtype)
    {
    }

    /// <summary>Applies the module; <paramref name="output_size"/> picks among the sizes a stride leaves open.</summary>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>The padding of the output that reaches a wanted size.</summary>
    protected long[] _output_padding(
        Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation,
        long num_spatial_dims)
    {
        if (output_size is null)
            return output_padding;
        var spatial = (int)num_spatial_dims;
        var wanted = output_size[^spatial..];
        var from = input.shape[^spatial..];
        var extra = new long[spatial];
        for (var k = 0; k < spatial; k++)
        {
            var least = (from[k] - 1) * stride[k] - 2 * padding[k] + dilation[k] * (kernel_size[k] - 1) + 1;
            extra[k] = wanted[k] - least;
            if (extra[k] < 0 || extra[k] >= stride[k])
                throw new ArgumentException(
                    $"{GetName()}: the output's dimension {k} can have {least} to {least + stride[k] - 1} positions, not {wanted[k]}.",
                    nameof(output_size));
        }
        return extra;
    }
}
