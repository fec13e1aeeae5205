using static TorchSharp.torch;

namespace Workbench.Backbones;

// Shapes: B frames or sentences, H = W = InputSize.

/// <summary>A frozen encoder: frames or words in, global and local features out.</summary>
public interface IBackbone
{
    /// <summary>Name and version, as feature stores and run files carry it.</summary>
    string Name { get; }

    /// <summary>Width of all features.</summary>
    int Width { get; }

    /// <summary>Regions along each side of a frame; a frame has GridSize² regions, row-major.</summary>
    int GridSize { get; }

    /// <summary>Side of an input frame in pixels.</summary>
    int InputSize { get; }

    /// <summary>Encodes frames of values in [0, 1], shape (B, 3, H, W).</summary>
    FrameFeatures EncodeFrames(Tensor frames_B3HW);

    /// <summary>Encodes sentences.</summary>
    TextFeatures EncodeText(IReadOnlyList<string> sentences);
}
