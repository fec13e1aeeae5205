using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Self-gating: x·σ(fc(mean of x over time and space)), a factor for each channel of a clip.</summary>
/// <remarks>Source: Xie et al. 2018, section 5; antoine77340/S3D_HowTo100M, s3dg.py, class SelfGating.</remarks>
internal sealed class S3dGate : nn.Module<Tensor, Tensor>
{
    private readonly Linear fc;

    public S3dGate(int width)
        : base(nameof(S3dGate))
    {
        fc = nn.Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor gate_BC = fc.forward(input.mean(new long[] { 2, 3, 4 })).sigmoid();
        return (input * gate_BC.view(gate_BC.shape[0], -1, 1, 1, 1)).MoveToOuterDisposeScope();
    }
}
