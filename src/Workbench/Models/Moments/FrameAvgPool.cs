using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B videos, V feature width, C sampled clips, N clips, D width.

/// <summary>Clip features to N clips of width D: a 1×1 convolution, ReLU, mean over neighbours (2D-TAN, released code frame_pool.py).</summary>
public sealed class FrameAvgPool : nn.Module<Tensor, Tensor>
{
    public readonly Conv1d vis_conv;
    private readonly AvgPool1d avg_pool;

    public FrameAvgPool(long videoWidth, long width, int stride) : base(nameof(FrameAvgPool))
    {
        vis_conv = nn.Conv1d(videoWidth, width, 1);
        avg_pool = nn.AvgPool1d(stride, stride);
        RegisterComponents();
    }

    /// <summary>(B, V, C) to (B, D, N).</summary>
    public override Tensor forward(Tensor video_BVC) => avg_pool.forward(vis_conv.forward(video_BVC).relu());
}
