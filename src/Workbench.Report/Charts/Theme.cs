namespace Workbench.Report.Charts;

/// <summary>The colours of a figure. A figure carries its theme in itself and looks the same in every viewer.</summary>
public sealed record Theme
{
    public required string Name { get; init; }

    /// <summary>Behind everything.</summary>
    public required string Paper { get; init; }

    /// <summary>Text and axes.</summary>
    public required string Ink { get; init; }

    /// <summary>Text of less weight, axis lines.</summary>
    public required string Muted { get; init; }

    /// <summary>Grid lines, empty cells, empty tracks.</summary>
    public required string Quiet { get; init; }

    /// <summary>Lines and bars take these in turn. Okabe and Ito's palette, lightened on dark ground: told apart by colour-blind readers.</summary>
    public required IReadOnlyList<string> Colorway { get; init; }

    /// <summary>From small to large values; the small end is close to the ground.</summary>
    public required ColorScale Sequential { get; init; }

    /// <summary>For values around 0.</summary>
    public ColorScale Diverging { get; init; } = ColorScale.RedBlue;

    /// <summary>For paper and light screens.</summary>
    public static Theme Light { get; } = new()
    {
        Name = "light",
        Paper = "#ffffff",
        Ink = "#222222",
        Muted = "#666666",
        Quiet = "#e6e6e6",
        Colorway = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#555555", "#8b6914"],
        Sequential = ColorScale.Blues,
    };

    /// <summary>For dark screens.</summary>
    public static Theme Dark { get; } = new()
    {
        Name = "dark",
        Paper = "#1b1d21",
        Ink = "#e8e8e8",
        Muted = "#a0a4aa",
        Quiet = "#34383f",
        Colorway = ["#56b4e9", "#ff9045", "#2dc79a", "#e596c3", "#f0c04a", "#8fa8ff", "#b8b8b8", "#d3b06a"],
        Sequential = ColorScale.Cividis,
    };

    /// <summary>The theme of figures that ask for none; a notebook sets it once.</summary>
    public static Theme Default { get; set; } = Light;
}
