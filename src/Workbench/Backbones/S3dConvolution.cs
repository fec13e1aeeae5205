using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Convolution, batch norm, ReLU; separable: within the frames first, then along time, each with its own norm and ReLU.</summary>
/// <remarks>Shapes: B clips, C channels, T×H×W. Source: antoine77340/S3D_HowTo100M, s3dg.py, class STConv3D.</remarks>
internal sealed class S3dConvolution : nn.Module<Tensor, Tensor>
{
    private readonly Conv3d conv1;
    private readonly BatchNorm3d bn1;
    private readonly Conv3d? conv2;
    private readonly BatchNorm3d? bn2;

    /// <summary>One kernel.</summary>
    public S3dConvolution(int input, int output, (long, long, long) kernel, (long, long, long) padding, long stride = 1)
        : base(nameof(S3dConvolution))
    {
        conv1 = nn.Conv3d(input, output, kernel, stride: (stride, stride, stride), padding: padding, bias: false);
        bn1 = nn.BatchNorm3d(output);
        RegisterComponents();
    }

    /// <summary>A pointwise kernel.</summary>
    public S3dConvolution(int input, int output)
        : this(input, output, (1, 1, 1), (0, 0, 0))
    {
    }

    private S3dConvolution(int input, int output, long side)
        : base(nameof(S3dConvolution))
    {
        conv1 = nn.Conv3d(input, output, (1, side, side), padding: (0, side / 2, side / 2), bias: false);
        bn1 = nn.BatchNorm3d(output);
        conv2 = nn.Conv3d(output, output, (side, 1, 1), padding: (side / 2, 0, 0), bias: false);
        bn2 = nn.BatchNorm3d(output);
        RegisterComponents();
    }

    /// <summary>1×3×3, then 3×1×1.</summary>
    public static S3dConvolution Separable(int input, int output) => new(input, output, side: 3L);

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor value = bn1.forward(conv1.forward(input)).relu();
        if (conv2 is not null)
            value = bn2!.forward(conv2.forward(value)).relu();
        return value.MoveToOuterDisposeScope();
    }
}
