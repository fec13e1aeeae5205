namespace Workbench.Inference;

/// <summary>Settings of an alignment. The defaults are for features at one frame a second.</summary>
public sealed record AlignmentOptions
{
    public Alignment Kind { get; init; } = Alignment.ExactDp;

    /// <summary>Score lengths by a Poisson model, as MiningYouTube does; false: any length is as good as any other.</summary>
    public bool LengthModel { get; init; } = true;

    /// <summary>
    /// Mean length of a step in seconds. MiningYouTube's file says 150 frames for every class, at 30 fps; What-When-Where says nothing,
    /// so the same 5 seconds are taken at any rate.
    /// </summary>
    public double MeanSeconds { get; init; } = 5;

    /// <summary>Frames a second of the score matrix.</summary>
    public double Fps { get; init; } = 1;

    /// <summary>Mean length in seconds of single classes, where it differs from <see cref="MeanSeconds"/>.</summary>
    public IReadOnlyDictionary<int, double> ClassMeanSeconds { get; init; } = new Dictionary<int, double>();

    /// <summary>Only <see cref="Alignment.ReleasedCode"/>: hypotheses change every so many frames.</summary>
    public int FrameSampling { get; init; } = 20;

    /// <summary>Only <see cref="Alignment.ReleasedCode"/>: hypotheses kept at a time.</summary>
    public int MaxHypotheses { get; init; } = 50_000;

    /// <summary>Only <see cref="Alignment.ReleasedCode"/>: frames from which on a length is impossible. (At exactly 5000 the released code stops with an index error; here it is impossible as well.)</summary>
    public int MaxLength { get; init; } = 5000;

    /// <summary>The released MiningYouTube decoder at its own rate.</summary>
    public static AlignmentOptions ReleasedCode { get; } = new() { Kind = Alignment.ReleasedCode, Fps = 30 };

    /// <summary>Mean length of a class in frames, at least one.</summary>
    internal double MeanFrames(int label) => Math.Max(1, ClassMeanSeconds.GetValueOrDefault(label, MeanSeconds) * Fps);
}
