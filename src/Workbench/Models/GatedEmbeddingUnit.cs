using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models;

/// <summary>y = fc(x); out = y·σ(fc2(y)) (Miech et al. 2018; released code s3dg_clip.py 13-32).</summary>
public sealed class GatedEmbeddingUnit : nn.Module<Tensor, Tensor>
{
    public readonly Linear fc;
    public readonly Linear fc2;

    public GatedEmbeddingUnit(long input, long output) : base("GatedEmbeddingUnit")
    {
        fc = nn.Linear(input, output);
        fc2 = nn.Linear(output, output);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        Tensor y = fc.forward(x);
        return y * fc2.forward(y).sigmoid();
    }
}
