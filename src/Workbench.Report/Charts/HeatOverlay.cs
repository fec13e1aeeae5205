using Workbench.Data;

namespace Workbench.Report.Charts;

/// <summary>What <see cref="Chart.HeatmapOverlay(Images.Picture, HeatMap, HeatOverlay, string)"/> draws beside the heat; all in pixels of the frame.</summary>
public sealed record HeatOverlay
{
    /// <summary>The predicted box.</summary>
    public Box? Box { get; init; }

    /// <summary>The annotated box.</summary>
    public Box? Truth { get; init; }

    /// <summary>Points that people clicked.</summary>
    public IReadOnlyList<Point> Points { get; init; } = [];

    /// <summary>Marks the arg-max, found as the pointing game finds it.</summary>
    public bool ShowArgMax { get; init; } = true;

    /// <summary>Opacity of the hottest place; the coldest has none.</summary>
    public double Opacity { get; init; } = 0.65;

    /// <summary>Draws the scale of the heat beside the frame.</summary>
    public bool ShowScale { get; init; }

    public ColorScale Colors { get; init; } = ColorScale.Inferno;
}
