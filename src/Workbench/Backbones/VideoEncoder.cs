using TorchSharp;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>
/// Encodes the frames of one video and gathers its features: a row a frame, or, where the backbone has a <see cref="FeatureWindow"/>, a row a
/// second from the clip of that second.
/// </summary>
/// <param name="backbone">Who encodes.</param>
/// <param name="batch">Frames encoded at once; at least one clip.</param>
/// <param name="type">How the features are kept.</param>
internal sealed class VideoEncoder(IBackbone backbone, int batch, ElementType type)
{
    private readonly FeatureRows _global = new("global", type, backbone.Width);
    private readonly FeatureRows _local = new("local", type, (long)backbone.GridSize * backbone.GridSize, backbone.RegionWidth);
    private readonly ClipCutter? _cutter = backbone.Window is { } window ? new ClipCutter(window, 3 * backbone.InputSize * backbone.InputSize) : null;

    /// <summary>The features of the clip that was encoded last, which the next row may share.</summary>
    private (float[] Global, float[] Local) _last = ([], []);

    /// <summary>Frames so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Encodes frames of RGB24, one after the other.</summary>
    public void Add(ReadOnlySpan<byte> rgb, int count)
    {
        Frames += count;
        rgb = rgb[..(count * backbone.InputSize * backbone.InputSize * 3)];
        if (_cutter is null)
        {
            (float[] global, float[] local) = Encode(rgb.ToArray(), count);
            _global.Add(global);
            _local.Add(local);
            return;
        }

        _cutter.Add(rgb, count);
        EncodeClips(Math.Max(1, batch / backbone.Window!.Frames));
    }

    /// <summary>"global" [F, D] and "local" [F, N, D]; no frame may follow.</summary>
    public IReadOnlyList<NamedArray> Result()
    {
        if (_cutter is not null)
        {
            _cutter.Finish();
            EncodeClips(1);
        }

        return [_global.ToArray(), _local.ToArray()];
    }

    /// <summary>Encodes the clips that wait as long as there are enough for a batch, and appends their rows.</summary>
    private void EncodeClips(int enough)
    {
        int most = Math.Max(1, batch / backbone.Window!.Frames), width = backbone.Width, local = backbone.GridSize * backbone.GridSize * backbone.RegionWidth;
        while (_cutter!.Clips >= enough || (enough == 1 && _cutter.HasRows))
        {
            (byte[] rgb, int count, IReadOnlyList<(int Clip, int Step)> rows) = _cutter.Take(most);
            (float[] Global, float[] Local) features = count > 0 ? Encode(rgb, count) : ([], []);
            foreach ((int clip, int step) in rows)
            {
                // Clip -1 is the last of the clips before.
                (float[] global, float[] regions) = clip < 0 ? _last : features;
                int at = Math.Max(0, clip);
                _global.Add(global.AsSpan(at * width, width));
                _local.Add(regions.AsSpan((at * backbone.Window.Steps + step) * local, local));
            }

            if (count > 0)
                _last = (features.Global[^width..], features.Local[^(backbone.Window.Steps * local)..]);
        }
    }

    private (float[] Global, float[] Local) Encode(byte[] rgb, int count)
    {
        using DisposeScope scope = NewDisposeScope();
        int side = backbone.InputSize;
        Tensor pixels = _cutter is null
            ? tensor(rgb, [count, side, side, 3]).permute(0, 3, 1, 2)
            : tensor(rgb, [count, backbone.Window!.Frames, side, side, 3]).permute(0, 4, 1, 2, 3);
        FrameFeatures features = backbone.EncodeFrames(pixels.to(ScalarType.Float32).div_(255));
        return (Values(features.Global_BD), Values(features.Local_BND));

        static float[] Values(Tensor tensor) => tensor.to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
    }
}
