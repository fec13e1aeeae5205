using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gradient of a convolution as an operator on (N, C, D, H, W); the batch may be missing.</summary>
public sealed class ConvTranspose3d : ConvolutionTranspose
{
    internal ConvTranspose3d(ConvolutionShape shape, Device? device, ScalarType? dtype)
        : base(nameof(ConvTranspose3d), shape, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, long[]? output_size)
    {
        ValidateShape(input, 3);
        var extra = _output_padding(input, output_size, kernel_size, stride, padding, dilation, 3);
        return nn.functional.conv_transpose3d(input, weight, bias, stride, padding, extra, groups: groups, dilation: dilation);
    }
}
