namespace Workbench.Backbones;

/// <summary>The sizes of an S3D-G with its text tower. The defaults are those of the authors' checkpoint of MIL-NCE on HowTo100M.</summary>
/// <remarks>Source: antoine77340/S3D_HowTo100M, s3dg.py; Xie et al. 2018; Miech et al. 2020.</remarks>
public sealed record S3dConfig
{
    /// <summary>Every width of the video tower is the published one times this, rounded to a multiple of 8 where it is not 1.</summary>
    public double WidthFactor { get; init; } = 1;

    /// <summary>T: frames of a clip, a multiple of 8. Training saw 32 (paper) or 16 (training code).</summary>
    public int Frames { get; init; } = 16;

    /// <summary>Frames a second within a clip.</summary>
    public double Fps { get; init; } = 5;

    /// <summary>Side of the square input in pixels, a multiple of <see cref="Stride"/>.</summary>
    public int ImageSize { get; init; } = 224;

    /// <summary>
    /// Clips enter as blocks of 2 frames and this many pixels a side. 2: 24 channels, then a 2×4×4 stem (the published weights). 0: no blocks, a
    /// 3×7×7 stem with stride 2 (the training repository). 4: 96 channels, then a 2×2×2 stem, for small models: a quarter of the positions.
    /// </summary>
    public int Block { get; init; } = 2;

    /// <summary>How many of the last two pools (5a; 4a and 5a) halve time only, so that fewer pixels give the same grid. The published model: 0.</summary>
    public int TimePools { get; init; }

    /// <summary>Rows of the word embedding; row 0 is padding.</summary>
    public int Words { get; init; } = 66_250;

    public int WordEmbedding { get; init; } = 300;

    /// <summary>Width of a word's feature behind fc1.</summary>
    public int WordWidth { get; init; } = 2048;

    /// <summary>Width of the space that clips and sentences share.</summary>
    public int JointWidth { get; init; } = 512;

    /// <summary>Pixels of the input for one cell of the grid; 32 as published.</summary>
    public int Stride => 4 * Math.Max(2, Block) << (2 - TimePools);

    /// <summary>Cells along a side of mixed_5c; 7 as published.</summary>
    public int GridSize => ImageSize / Stride;

    /// <summary>Time steps of mixed_5c; 2 for 16 frames.</summary>
    public int Steps => Frames / 8;

    /// <summary>Channels of mixed_5c; 1024 as published.</summary>
    public int RegionWidth => Width(384) + Width(384) + Width(128) + Width(128);

    /// <summary>The published model, 31 million parameters, 20 of them word vectors.</summary>
    public static S3dConfig Published { get; } = new();

    /// <summary>The committed small model: a quarter of the widths, clips of 8 frames of 112×112 pixels, the same 7×7 grid (the two last pools leave space alone). Its vocabulary is learnt, so its size is set from the words.</summary>
    public static S3dConfig Tiny { get; } = new()
    {
        WidthFactor = 0.25,
        Frames = 8,
        ImageSize = 112,
        Block = 4,
        TimePools = 2,
        Words = 1,
        WordEmbedding = 64,
        WordWidth = 256,
        JointWidth = 128,
    };

    /// <summary>A published width at this factor.</summary>
    public int Width(int published) => WidthFactor == 1 ? published : Math.Max(8, (int)Math.Round(published * WidthFactor / 8, MidpointRounding.AwayFromZero) * 8);

    /// <summary>Checks that the sizes fit together.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public void Validate()
    {
        if (!(WidthFactor > 0) || !double.IsFinite(WidthFactor))
            throw new ArgumentException($"A positive width factor is expected; got {WidthFactor}.");
        if (Frames < 8 || Frames % 8 != 0)
            throw new ArgumentException($"A clip has a multiple of 8 frames; got {Frames}.");
        if (!(Fps > 0) || !double.IsFinite(Fps))
            throw new ArgumentException($"A positive number of frames a second is expected; got {Fps}.");
        if (Block is not (0 or 2 or 4) || TimePools is < 0 or > 2)
            throw new ArgumentException($"Blocks of 0, 2 or 4 pixels and 0 to 2 pools in time alone are expected; got {Block} and {TimePools}.");
        if (ImageSize < Stride || ImageSize % Stride != 0)
            throw new ArgumentException($"The image side {ImageSize} is no multiple of {Stride}.");
        if (Words < 1 || WordEmbedding < 1 || WordWidth < 1 || JointWidth < 1)
            throw new ArgumentException($"Widths are at least 1; got {Words} words of {WordEmbedding}, {WordWidth} and {JointWidth}.");
    }
}
