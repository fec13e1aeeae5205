using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Two linear maps with CLIP's QuickGELU between them: x·sigmoid(1.702 x).</summary>
internal sealed class ClipMlp : nn.Module<Tensor, Tensor>
{
    private const double Slope = 1.702;

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
        if (!is_grad_enabled())
            return Frozen(input).MoveToOuterDisposeScope();
        Tensor hidden = c_fc.forward(input);
        return c_proj.forward(hidden * (hidden * Slope).sigmoid()).MoveToOuterDisposeScope();
    }

    /// <summary>The same in fewer passes over the hidden layer: x·sigmoid(1.702 x) is silu(1.702 x) / 1.702, and both factors go into the products.</summary>
    private Tensor Frozen(Tensor input)
    {
        Tensor rows = input.reshape(-1, input.size(-1));
        Tensor hidden = addmm(c_fc.bias!, rows, c_fc.weight.t(), (float)Slope, (float)Slope).silu_();
        return addmm(c_proj.bias!, hidden, c_proj.weight.t(), 1, (float)(1 / Slope)).reshape(input.shape);
    }
}
