using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross-correlation of (N, C, D, H, W) with a kernel; the batch may be missing.</summary>
public sealed class Conv3d : Convolution
{
    internal Conv3d(ConvolutionShape shape, Device? device, ScalarType? dtype)
        : base(nameof(Conv3d), shape, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ValidateShape(input, 3);
        if (TryPad(input, out var padded))
        {
            using (padded)
                return nn.functional.conv3d(padded, weight, bias, stride, null, dilation, groups);
        }
        return padding_type is { } named
            ? nn.functional.conv3d_padding(input, weight, bias, stride, named, dilation, groups)
            : nn.functional.conv3d(input, weight, bias, stride, padding, dilation, groups);
    }
}
