using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>How an S3D file is turned into a backbone.</summary>
public sealed record S3dBackboneOptions
{
    /// <summary>The vocabulary: the authors' <c>dict.npy</c>, JSON or text. Null: the words in the weights' metadata, else <c>dict.npy</c> or <c>s3d_dict.npy</c> beside the weights.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>Sentences are lower-cased before they are looked up.</summary>
    public bool LowerCase { get; init; } = true;

    /// <summary>K: words of a sentence that count (grounding code: 20; MIL-NCE's evaluation: 16).</summary>
    public int WordSlots { get; init; } = 20;

    /// <summary>Where the clip of a second lies.</summary>
    public WindowPlacement Placement { get; init; } = WindowPlacement.Centred;

    /// <summary>True: a second's regions are the mean over the clip's time steps; false: those of the step that shows the second's middle.</summary>
    public bool MeanOverTime { get; init; } = true;

    /// <summary>Frames of a clip, a multiple of 8. Null: what the weights name, else 16.</summary>
    public int? Frames { get; init; }

    /// <summary>Frames a second. Null: what the weights name, else 5.</summary>
    public double? Fps { get; init; }

    /// <summary>Where the model runs. Null: the CPU.</summary>
    public Device? Device { get; init; }
}
