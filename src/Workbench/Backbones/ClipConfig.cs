namespace Workbench.Backbones;

/// <summary>The sizes of a CLIP model. The defaults are those of ViT-B/32.</summary>
/// <remarks>Source: openai/CLIP, model.py 399-436 (a checkpoint's shapes determine all of it but the heads, which are width / 64 there).</remarks>
public sealed record ClipConfig
{
    /// <summary>Side of the square input, in pixels.</summary>
    public int ImageSize { get; init; } = 224;

    /// <summary>Side of a patch, in pixels.</summary>
    public int PatchSize { get; init; } = 32;

    /// <summary>Width of the first of three convolutions before the patches (<see cref="ClipStem"/>); 0 for none, as OpenAI's models are.</summary>
    public int StemWidth { get; init; }

    public int VisionWidth { get; init; } = 768;
    public int VisionLayers { get; init; } = 12;
    public int VisionHeads { get; init; } = 12;
    public int TextWidth { get; init; } = 512;
    public int TextLayers { get; init; } = 12;
    public int TextHeads { get; init; } = 8;

    /// <summary>Tokens of a padded text, start and end included.</summary>
    public int ContextLength { get; init; } = 77;

    public int VocabularySize { get; init; } = 49_408;

    /// <summary>Width of the space that images and texts share.</summary>
    public int EmbedWidth { get; init; } = 512;

    /// <summary>Patches along a side; 7 in ViT-B/32.</summary>
    public int GridSize => ImageSize / PatchSize;

    /// <summary>The published ViT-B/32, 151 million parameters.</summary>
    public static ClipConfig VitB32 { get; } = new();

    /// <summary>The committed small model: the same 7×7 grid from 112×112 pixels. Its vocabulary is learnt, so its size is set from the tokenizer.</summary>
    public static ClipConfig Tiny { get; } = new()
    {
        ImageSize = 112,
        PatchSize = 16,
        StemWidth = 24,
        VisionWidth = 128,
        VisionLayers = 4,
        VisionHeads = 4,
        TextWidth = 128,
        TextLayers = 2,
        TextHeads = 4,
        ContextLength = 32,
        VocabularySize = 1_026,
        EmbedWidth = 128,
    };

    /// <summary>Checks that the sizes fit together.</summary>
    /// <exception cref="ArgumentException">A width is no multiple of its heads, or the image is no multiple of the patch.</exception>
    public void Validate()
    {
        if (ImageSize < PatchSize || ImageSize % PatchSize != 0)
            throw new ArgumentException($"The image side {ImageSize} is no multiple of the patch side {PatchSize}.");
        if (StemWidth < 0 || (StemWidth > 0 && PatchSize % ClipStem.Stride != 0))
            throw new ArgumentException($"Behind a stem the patch side must be a multiple of {ClipStem.Stride}; got {PatchSize} and a stem width of {StemWidth}.");
        if (VisionHeads < 1 || VisionWidth % VisionHeads != 0)
            throw new ArgumentException($"The vision width {VisionWidth} is no multiple of its {VisionHeads} heads.");
        if (TextHeads < 1 || TextWidth % TextHeads != 0)
            throw new ArgumentException($"The text width {TextWidth} is no multiple of its {TextHeads} heads.");
    }
}
