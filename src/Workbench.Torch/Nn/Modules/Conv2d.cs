using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross-correlation of (N, C, H, W) with a kernel; the batch may be missing.</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(ConvolutionShape shape, Device? device, ScalarType? dtype)
        : base(nameof(Conv2d), shape, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ValidateShape(input, 2);
        if (TryPad(input, out var padded))
        {
            using (padded)
                return nn.functional.conv2d(padded, weight, bias, stride, null, dilation, groups);
        }
        return padding_type is { } named
            ? nn.functional.conv2d_padding(input, weight, bias, stride, named, dilation, groups)
            : nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
    }
}
