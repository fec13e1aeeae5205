using Workbench.Data;

namespace Workbench.Report;

/// <summary>A frame, the heat over it, and its true box in the frame's pixels.</summary>
public sealed record LocalisationFrame(Frame Picture, HeatMap Heat, Box Truth);
