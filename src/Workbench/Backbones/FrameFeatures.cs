using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Features of B frames: one vector a frame, and one a grid cell (N cells, row-major, top row first). Not normalised.</summary>
public sealed record FrameFeatures(Tensor Global_BD, Tensor Local_BND) : IDisposable
{
    public void Dispose()
    {
        Global_BD.Dispose();
        Local_BND.Dispose();
    }
}
