using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gradient of a convolution as an operator on (N, C, H, W); the batch may be missing.</summary>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(ConvolutionShape shape, Device? device, ScalarType? dtype)
        : base(nameof(ConvTranspose2d), shape, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, long[]? output_size)
    {
        ValidateShape(input, 2);
        var extra = _output_padding(input, output_size, kernel_size, stride, padding, dilation, 2);
        return nn.functional.conv_transpose2d(input, weight, bias, stride, padding, extra, groups: groups, dilation: dilation);
    }
}
