using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, T segments, D width.

/// <summary>ReLU(W₃(ReLU(W₁ segment) ∘ ReLU(W₂ phrase))) (LGI Eq. 8; released code HadamardProduct).</summary>
public sealed class HadamardFusion : nn.Module<Tensor, Tensor, Tensor>
{
    public readonly Linear fc_1;
    public readonly Linear fc_2;
    public readonly Linear fc_3;

    public HadamardFusion(long width) : base(nameof(HadamardFusion))
    {
        fc_1 = nn.Linear(width, width);
        fc_2 = nn.Linear(width, width);
        fc_3 = nn.Linear(width, width);
        RegisterComponents();
    }

    /// <summary>Segments (B, T, D) and a phrase (B, D) to (B, T, D).</summary>
    public override Tensor forward(Tensor segments_BTD, Tensor phrase_BD) =>
        fc_3.forward(fc_1.forward(segments_BTD).relu() * fc_2.forward(phrase_BD).relu().unsqueeze(1)).relu();
}
