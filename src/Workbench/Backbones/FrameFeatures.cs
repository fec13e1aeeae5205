using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>
/// Features of B frames or clips: one vector each, and one a grid cell (N cells, row-major, top row first; of each time step in turn where a
/// clip has several). Not normalised.
/// </summary>
public sealed record FrameFeatures(Tensor Global_BD, Tensor Local_BND) : IDisposable
{
    public void Dispose()
    {
        Global_BD.Dispose();
        Local_BND.Dispose();
    }
}
