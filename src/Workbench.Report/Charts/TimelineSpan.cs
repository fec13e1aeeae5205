using Workbench.Data;

namespace Workbench.Report.Charts;

/// <summary>A stretch of a timeline.</summary>
/// <param name="Label">The row it stands in.</param>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
public sealed record TimelineSpan(string Label, double Start, double End)
{
    public static TimelineSpan Of(ActionSegment action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return new TimelineSpan(action.Label, action.Segment.Start, action.Segment.End);
    }
}
