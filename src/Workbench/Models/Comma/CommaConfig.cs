namespace Workbench.Models.Comma;

/// <summary>Sizes and switches of <see cref="CommaModel"/>; the defaults are S3D-G's widths and the method as printed, but for the form.</summary>
public sealed record CommaConfig
{
    /// <summary>Width of a region feature (S3D-G 1024).</summary>
    public long RegionWidth { get; init; } = 1024;

    /// <summary>Width of a word feature (word2vec behind fc1: 2048).</summary>
    public long WordWidth { get; init; } = 2048;

    /// <summary>D, the common width.</summary>
    public long Width { get; init; } = 512;

    /// <summary>N, cells of a time step; a clip's regions come step by step (S3D-G: 2 × 49).</summary>
    public int Cells { get; init; } = 49;

    public CommaForm Form { get; init; }
    public CommaLayers Layers { get; init; }
    public RegionAttention Regions { get; init; }

    /// <summary>Modules stacked, 1 or 2. The paper tried 2 and kept 1 for memory.</summary>
    public int Modules { get; init; } = 1;

    /// <summary>How masks act, in <see cref="CommaForm.Masked"/> only.</summary>
    public MaskForm Mask { get; init; }

    /// <summary>Similarities and residuals of <see cref="CommaForm.Released"/>. Its <see cref="CrossModalConfig.Layers"/> is not read: <see cref="Layers"/> is.</summary>
    public CrossModalConfig Attention { get; init; } = new();

    /// <summary>The value of a word in the word-level loss is an MLP of its input (Eq. 6); false leaves it out where that loss is not used.</summary>
    public bool WordValues { get; init; }

    /// <summary>The preset of the shared attention. The paper prints scaled dot products (Eq. 1), which here are the training score of the code; cosines are What-When-Where's.</summary>
    public static CommaConfig For(Fidelity fidelity) => new()
    {
        Attention = fidelity == Fidelity.ReleasedCode
            ? CrossModalConfig.For(Fidelity.ReleasedCode)
            : new CrossModalConfig { TrainScore = AttentionScore.ScaledDot, EvalScore = AttentionScore.ScaledDot },
    };

    /// <exception cref="ArgumentException">Settings that do not go together.</exception>
    public void Check()
    {
        if (Modules is < 1 or > 2)
            throw new ArgumentException($"One or two modules are stacked; {Modules} were asked for.");
        if (Layers == CommaLayers.Full && Form != CommaForm.Masked)
            throw new ArgumentException("Full attention needs one sequence with masks; the form is that of separate sets.");
        if (RegionWidth < 1 || WordWidth < 1 || Width < 1 || Cells < 1)
            throw new ArgumentException($"Widths and cells are positive; {RegionWidth}, {WordWidth}, {Width} and {Cells} were given.");
    }
}
