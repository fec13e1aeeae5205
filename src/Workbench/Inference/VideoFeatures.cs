using TorchSharp;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Inference;

// Shapes: F seconds, N regions a frame, D feature width.

/// <summary>The frozen features of one video at 1 fps.</summary>
/// <param name="Frames_FD">Global feature of each second.</param>
/// <param name="Regions_FND">Region features of each second.</param>
public sealed record VideoFeatures(Tensor Frames_FD, Tensor Regions_FND) : IDisposable
{
    public int Seconds => (int)Frames_FD.size(0);

    /// <summary>Reads a video from a store. The caller disposes the result.</summary>
    public static VideoFeatures Read(FeatureStore store, string video, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        FeatureArray global = store.Read(video, "global"), local = store.Read(video, "local");
        return new VideoFeatures(
            tensor(global.Values, global.Shape, device: device).DetachFromDisposeScope(), tensor(local.Values, local.Shape, device: device).DetachFromDisposeScope());
    }

    public void Dispose()
    {
        Frames_FD.Dispose();
        Regions_FND.Dispose();
    }
}
