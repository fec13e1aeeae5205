using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross-correlation of (N, C, L) with a kernel; the batch may be missing.</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(ConvolutionShape shape, Device? device, ScalarType? dtype)
        : base(nameof(Conv1d), shape, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ValidateShape(input, 1);
        if (TryPad(input, out var padded))
        {
            using (padded)
                return nn.functional.conv1d(padded, weight, bias, stride[0], null, dilation[0], groups);
        }
        return padding_type is { } named
            ? nn.functional.conv1d_padding(input, weight, bias, stride[0], named, dilation[0], groups)
            : nn.functional.conv1d(input, weight, bias, stride[0], padding[0], dilation[0], groups);
    }
}
