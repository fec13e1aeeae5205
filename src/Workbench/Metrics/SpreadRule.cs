using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>From which box area on an action counts as widespread, in pixels of the 640×480 annotation frame.</summary>
public sealed record SpreadRule(double Area)
{
    /// <summary>More than 60,000 pixels (What-When-Where appendix 10.3): a quarter of GroundingYouTube's majority boxes.</summary>
    public static SpreadRule Paper { get; } = new(60_000);

    /// <summary>More than 50,000 pixels (released evaluator): half of them.</summary>
    public static SpreadRule ReleasedCode { get; } = new(50_000);

    /// <summary>The side of the split a box falls on; the area itself is still saturated.</summary>
    public ActionSpread Of(Box box)
    {
        Require.Finite(box, "Box:");
        return Of(box.Area);
    }

    /// <summary>The same for an area, for example a box mask's, which the released evaluator counts.</summary>
    public ActionSpread Of(double area) => area > Area ? ActionSpread.Widespread : ActionSpread.Saturated;
}
