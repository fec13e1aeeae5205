namespace Workbench.Models;

/// <summary>Sizes and switches of <see cref="GlobalLocalModel"/>; the defaults are CLIP ViT-B/32's widths and the paper's text.</summary>
public sealed record GlobalLocalConfig
{
    /// <summary>Width of a region feature (CLIP 512, S3D 1024).</summary>
    public long RegionWidth { get; init; } = 512;

    /// <summary>Width of a word feature (CLIP 512, word2vec tower 2048).</summary>
    public long WordWidth { get; init; } = 512;

    /// <summary>Width of a frame's global feature.</summary>
    public long FrameWidth { get; init; } = 512;

    /// <summary>Width of a sentence's global feature.</summary>
    public long SentenceWidth { get; init; } = 512;

    /// <summary>d, the width of the common space.</summary>
    public long Width { get; init; } = 512;

    /// <summary>Project global features by a gated unit y·σ(W y) instead of one linear layer (released code --gating_feature; off in the published recipe).</summary>
    public bool GatedGlobal { get; init; }

    public CrossModalConfig Attention { get; init; } = new();

    /// <summary>Sound beside frames and words; none by default.</summary>
    public AudioConfig Audio { get; init; } = new();

    /// <summary>All widths of a backbone whose features share one width.</summary>
    public static GlobalLocalConfig ForWidth(long width, Fidelity fidelity) => new()
    {
        RegionWidth = width,
        WordWidth = width,
        FrameWidth = width,
        SentenceWidth = width,
        Width = width,
        Attention = CrossModalConfig.For(fidelity),
    };
}
