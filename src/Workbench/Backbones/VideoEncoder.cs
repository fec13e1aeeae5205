using TorchSharp;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Encodes the frames of one video and gathers its features.</summary>
internal sealed class VideoEncoder(IBackbone backbone, ElementType type)
{
    private readonly FeatureRows _global = new("global", type, backbone.Width);
    private readonly FeatureRows _local = new("local", type, (long)backbone.GridSize * backbone.GridSize, backbone.Width);

    /// <summary>Frames so far.</summary>
    public long Frames => _global.Count;

    /// <summary>Encodes frames of RGB24, one after the other.</summary>
    public void Add(ReadOnlySpan<byte> rgb, int count)
    {
        using DisposeScope scope = NewDisposeScope();
        int side = backbone.InputSize;
        Tensor frames_B3HW = tensor(rgb[..(count * side * side * 3)].ToArray(), [count, side, side, 3]).permute(0, 3, 1, 2).to(ScalarType.Float32).div_(255);
        FrameFeatures features = backbone.EncodeFrames(frames_B3HW);
        _global.Add(features.Global_BD.to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray());
        _local.Add(features.Local_BND.to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray());
    }

    /// <summary>"global" [F, D] and "local" [F, N, D].</summary>
    public IReadOnlyList<NamedArray> Result() => [_global.ToArray(), _local.ToArray()];
}
