using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Two linear maps with CLIP's QuickGELU between them: x·sigmoid(1.702 x).</summary>
internal sealed class ClipMlp : nn.Module<Tensor, Tensor>
{
    private readonly Linear c_fc;
    private readonly Linear c_proj;

    public ClipMlp(int width, double inStd, double outStd)
        : base(nameof(ClipMlp))
    {
        c_fc = nn.Linear(width, 4 * width);
        c_proj = nn.Linear(4 * width, width);
        nn.init.normal_(c_fc.weight, 0, inStd);
        nn.init.zeros_(c_fc.bias!);
        nn.init.normal_(c_proj.weight, 0, outStd);
        nn.init.zeros_(c_proj.bias!);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor hidden = c_fc.forward(input);
        return c_proj.forward(hidden * (hidden * 1.702).sigmoid()).MoveToOuterDisposeScope();
    }
}
