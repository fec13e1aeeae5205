namespace Workbench.Report.Charts;

/// <summary>A place in a trace that the theme fills when the figure is written.</summary>
/// <param name="Path">Where, for example "line.color".</param>
/// <param name="Kind">With what.</param>
/// <param name="Opacity">Of a colour.</param>
internal sealed record TraceSlot(string Path, SlotKind Kind = SlotKind.Color, double Opacity = 1);
