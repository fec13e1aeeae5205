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
    /// <summary>Features of each second's sound; null where none were read.</summary>
    public Tensor? Audio_FD { get; init; }

    public int Seconds => (int)Frames_FD.size(0);

    /// <summary>Reads a video from a store. The caller disposes the result.</summary>
    /// <param name="store">The frames' features.</param>
    /// <param name="video">Which.</param>
    /// <param name="device">Null: the CPU.</param>
    /// <param name="audio">A store of sound; seconds that it has not are 0.</param>
    /// <exception cref="KeyNotFoundException">A store has no such video.</exception>
    public static VideoFeatures Read(FeatureStore store, string video, Device? device = null, FeatureStore? audio = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        FeatureArray global = store.Read(video, "global"), local = store.Read(video, "local");
        return new VideoFeatures(
            tensor(global.Values, global.Shape, device: device).DetachFromDisposeScope(), tensor(local.Values, local.Shape, device: device).DetachFromDisposeScope())
        {
            Audio_FD = audio is null ? null : Fit(audio.Read(video, "audio"), global.Shape[0], device),
        };
    }

    /// <summary>The seconds from <paramref name="first"/> on; views, which need not be disposed.</summary>
    public VideoFeatures Narrow(long first, long count) =>
        new(Frames_FD.narrow(0, first, count), Regions_FND.narrow(0, first, count)) { Audio_FD = Audio_FD?.narrow(0, first, count) };

    private static Tensor Fit(FeatureArray audio_AD, long seconds, Device? device)
    {
        long width = audio_AD.Shape[1];
        var values = new float[seconds * width];
        audio_AD.Values.AsSpan(0, (int)Math.Min(values.Length, audio_AD.Values.Length)).CopyTo(values);
        return tensor(values, [seconds, width], device: device).DetachFromDisposeScope();
    }

    public void Dispose()
    {
        Frames_FD.Dispose();
        Regions_FND.Dispose();
        Audio_FD?.Dispose();
    }
}
