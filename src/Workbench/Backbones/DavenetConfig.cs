namespace Workbench.Backbones;

/// <summary>The sizes of a ResDAVEnet. The defaults are AVLnet's.</summary>
/// <remarks>Source: roudimit/AVLnet, model_davenet.py 42-97.</remarks>
public sealed record DavenetConfig
{
    /// <summary>Mel bands: the height of the first kernel.</summary>
    public int Bands { get; init; } = 40;

    /// <summary>Widths of the first layer and of the four stages.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [128, 128, 256, 512, 1024];

    /// <summary>Blocks of a stage.</summary>
    public int Blocks { get; init; } = 2;

    /// <summary>Frames of a kernel; odd.</summary>
    public int Kernel { get; init; } = 9;

    /// <summary>Frames of the spectrogram for one step of the output: every stage halves.</summary>
    public int Stride => 1 << (Widths.Count - 1);

    /// <summary>Every width times a factor, at least 4.</summary>
    public DavenetConfig Scaled(double factor) => this with { Widths = [.. Widths.Select(w => Math.Max(4, (int)Math.Round(w * factor)))] };

    /// <exception cref="ArgumentException">A size is out of range.</exception>
    public void Validate()
    {
        if (Bands < 1 || Blocks < 1 || Kernel < 1 || Kernel % 2 == 0 || Widths.Count < 2 || Widths.Any(w => w < 1))
            throw new ArgumentException($"Positive sizes and an odd kernel are expected; got {Bands} bands, {Blocks} blocks, a kernel of {Kernel}, widths {string.Join(", ", Widths)}.");
    }
}
