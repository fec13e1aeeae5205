using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, T segments, D width.

/// <summary>A residual block of two wide convolutions over time (LGI Eq. 9; released code ResBlock1D). Segments behind the video's end are not masked there, nor here.</summary>
public sealed class LocalContext : nn.Module<Tensor, Tensor>
{
    public readonly ModuleList<Sequential> blocks;

    public LocalContext(long width, int kernel) : base(nameof(LocalContext))
    {
        blocks = new ModuleList<Sequential>(nn.Sequential(
            ("0", nn.Conv1d(width, width, kernel, padding: kernel / 2, bias: false)), ("1", nn.BatchNorm1d(width)), ("2", nn.ReLU()),
            ("3", nn.Conv1d(width, width, kernel, padding: kernel / 2, bias: false)), ("4", nn.BatchNorm1d(width))));
        RegisterComponents();
    }

    /// <summary>(B, T, D) to the same.</summary>
    public override Tensor forward(Tensor fused_BTD)
    {
        Tensor x_BDT = fused_BTD.transpose(1, 2);
        return (blocks[0].forward(x_BDT) + x_BDT).relu().transpose(1, 2);
    }
}
