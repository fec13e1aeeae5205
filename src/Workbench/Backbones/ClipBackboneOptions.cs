using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>How a CLIP file is turned into a backbone.</summary>
public sealed record ClipBackboneOptions
{
    /// <summary>
    /// The range of the pixels. Null: what the file's metadata names; for a file that names none (OpenAI's weights),
    /// <see cref="ClipInput.Raw01"/>, as the grounding code has it, though CLIP itself was trained on <see cref="ClipInput.Normalised"/>.
    /// </summary>
    public ClipInput? Input { get; init; }

    /// <summary>CLIP's merges file (<c>bpe_simple_vocab_16e6.txt.gz</c>). Null: the merges in the weights' metadata, else a file of that name beside the weights.</summary>
    public string? MergesFile { get; init; }

    /// <summary>Where the model runs. Null: the CPU.</summary>
    public Device? Device { get; init; }

    /// <summary>The numbers that frames are encoded with; texts are always encoded in single precision.</summary>
    public Precision Precision { get; init; } = Precision.Fp32;
}
