using static TorchSharp.torch;

namespace Workbench.Backbones;

// Shapes: B frames, clips or sentences, T frames of a clip, H = W = InputSize.

/// <summary>A frozen encoder: frames, clips or words in, global and local features out.</summary>
public interface IBackbone : IDisposable
{
    /// <summary>Name and version, as feature stores and run files carry it.</summary>
    string Name { get; }

    /// <summary>Width of global features: frames and sentences share their space.</summary>
    int Width { get; }

    /// <summary>Width of a region's feature.</summary>
    int RegionWidth => Width;

    /// <summary>Width of a word's feature.</summary>
    int WordWidth => Width;

    /// <summary>Regions along each side of a frame; a frame has GridSize² regions, row-major.</summary>
    int GridSize { get; }

    /// <summary>Side of an input frame in pixels.</summary>
    int InputSize { get; }

    /// <summary>The clip behind a row of features; null for an encoder of single frames.</summary>
    FeatureWindow? Window => null;

    /// <summary>Encodes values in [0, 1]: frames of shape (B, 3, H, W), with a <see cref="Window"/> clips of shape (B, 3, T, H, W).</summary>
    FrameFeatures EncodeFrames(Tensor frames_B3HW);

    /// <summary>Encodes sentences.</summary>
    TextFeatures EncodeText(IReadOnlyList<string> sentences);

    /// <summary>Regions in the space of global features, (…, RegionWidth) to (…, Width); an affine map. CLIP's are there already.</summary>
    Tensor JoinRegions(Tensor regions) => regions;

    /// <summary>Words in the space of global features, (…, WordWidth) to (…, Width); an affine map.</summary>
    Tensor JoinWords(Tensor words) => words;
}
