using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gradient of a convolution as an operator on (N, C, L); the batch may be missing.</summary>
public sealed class ConvTranspose1d : ConvolutionTranspose
{
    internal ConvTranspose1d(ConvolutionShape shape, Device? device, ScalarType? dtype)
        : base(nameof(ConvTranspose1d), shape, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, long[]? output_size)
    {
        ValidateShape(input, 1);
        var extra = _output_padding(input, output_size, kernel_size, stride, padding, dilation, 1);
        return nn.functional.conv_transpose1d(input, weight, bias, stride[0], padding[0], extra[0], dilation[0], groups);
    }
}
