using Workbench.Report.Rendering;

namespace Workbench.Tests.Report;

/// <summary>A test that draws figures: skipped, with what to install, where Chromium or plotly.js is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = FigureRenderer.WhyMissing;
}
