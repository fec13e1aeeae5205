namespace Workbench.Data;

/// <summary>From which box area on an action counts as widespread, in pixels of the 640×480 annotation frame.</summary>
public sealed record SpreadRule(double Area)
{
    /// <summary>More than 60,000 pixels (What-When-Where appendix 10.3): a quarter of GroundingYouTube's majority boxes.</summary>
    public static SpreadRule Paper { get; } = new(60_000);

    /// <summary>More than 50,000 pixels (released evaluator): half of them.</summary>
    public static SpreadRule ReleasedCode { get; } = new(50_000);

    /// <summary>The side of the split a box falls on; the area itself is still saturated.</summary>
    /// <exception cref="ArgumentException">A corner is not finite.</exception>
    public ActionSpread Of(Box box) => double.IsFinite(box.Left) && double.IsFinite(box.Top) && double.IsFinite(box.Right) && double.IsFinite(box.Bottom)
        ? Of(box.Area)
        : throw new ArgumentException($"A box with finite corners was expected; {box} was given.", nameof(box));

    /// <summary>The same for an area, for example a box mask's, which the released evaluator counts.</summary>
    public ActionSpread Of(double area) => area > Area ? ActionSpread.Widespread : ActionSpread.Saturated;

    /// <summary>
    /// How a set divides, by the areas of its boxes inside the frame. The paper splits "actions" and does not say how an action gets its one area; the
    /// released evaluator splits frames. Table 13 is made of classes.
    /// </summary>
    public SpreadSplit Divide(GroundingSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var frames = ValidFrames.Enumerate(set).Select(frame => (frame.Video, frame.Action, Area: frame.Box.ClipTo(frame.Video.Width, frame.Video.Height).Area)).ToList();
        return new SpreadSplit(
            Count(frames.Select(frame => frame.Area)),
            Count(frames.GroupBy(frame => (frame.Video.Id, frame.Action.Id)).Select(Mean)),
            Count(frames.GroupBy(frame => frame.Action.Label, StringComparer.Ordinal).Select(Mean)));

        static double Mean(IEnumerable<(GroundingVideo, ActionSegment, double Area)> some) => some.Average(frame => frame.Area);

        (int, int) Count(IEnumerable<double> areas)
        {
            var wide = areas.ToLookup(Of);
            return (wide[ActionSpread.Widespread].Count(), wide[ActionSpread.Saturated].Count());
        }
    }
}
