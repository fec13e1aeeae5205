using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Four gated branches side by side: pointwise; two times pointwise then separable 3×3×3; max-pool then pointwise.</summary>
/// <remarks>Source: antoine77340/S3D_HowTo100M, s3dg.py, class InceptionBlock.</remarks>
internal sealed class S3dInception : nn.Module<Tensor, Tensor>
{
    private readonly S3dConvolution conv_b0, conv_b1_a, conv_b1_b, conv_b2_a, conv_b2_b, conv_b3_b;
    private readonly S3dGate gating_b0, gating_b1, gating_b2, gating_b3;

    /// <param name="input">Channels that come in.</param>
    /// <param name="widths">Of the convolutions b0, b1_a, b1_b, b2_a, b2_b, b3_b.</param>
    public S3dInception(int input, int[] widths)
        : base(nameof(S3dInception))
    {
        conv_b0 = new S3dConvolution(input, widths[0]);
        conv_b1_a = new S3dConvolution(input, widths[1]);
        conv_b1_b = S3dConvolution.Separable(widths[1], widths[2]);
        conv_b2_a = new S3dConvolution(input, widths[3]);
        conv_b2_b = S3dConvolution.Separable(widths[3], widths[4]);
        conv_b3_b = new S3dConvolution(input, widths[5]);
        gating_b0 = new S3dGate(widths[0]);
        gating_b1 = new S3dGate(widths[2]);
        gating_b2 = new S3dGate(widths[4]);
        gating_b3 = new S3dGate(widths[5]);
        OutputWidth = widths[0] + widths[2] + widths[4] + widths[5];
        RegisterComponents();
    }

    /// <summary>Channels that go out.</summary>
    public int OutputWidth { get; }

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor pooled = S3dPool.Cube(input);
        return cat(
            [
                gating_b0.forward(conv_b0.forward(input)),
                gating_b1.forward(conv_b1_b.forward(conv_b1_a.forward(input))),
                gating_b2.forward(conv_b2_b.forward(conv_b2_a.forward(input))),
                gating_b3.forward(conv_b3_b.forward(pooled)),
            ],
            1).MoveToOuterDisposeScope();
    }
}
