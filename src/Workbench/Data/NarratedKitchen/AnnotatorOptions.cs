namespace Workbench.Data.NarratedKitchen;

/// <summary>The people who click where the action is. Distances in pixels of the 640×480 annotation frame.</summary>
public sealed record AnnotatorOptions
{
    public int Count { get; init; } = 5;

    /// <summary>Standard deviation of a click about the contact point.</summary>
    public double ClickDeviation { get; init; } = 9;

    /// <summary>How far over a spread-out action the clicks go, as a share of its extent.</summary>
    public double SpreadShare { get; init; } = 0.8;

    /// <summary>Chance that an annotator cannot say where the action is.</summary>
    public double CannotSay { get; init; } = 0.08;

    /// <summary>Share of actions that are hard to see, and the chance of "can't say" in them.</summary>
    public double HardActions { get; init; } = 0.1;

    /// <inheritdoc cref="HardActions"/>
    public double CannotSayHard { get; init; } = 0.55;

    /// <summary>Chance of a stray click, up to <see cref="StrayDistance"/> away (the hand, the object's other half).</summary>
    public double Stray { get; init; } = 0.03;

    /// <inheritdoc cref="Stray"/>
    public double StrayDistance { get; init; } = 90;

    /// <summary>The constant margin about the points that makes the box; 100 in the public files.</summary>
    public double BoxMargin { get; init; } = 100;

    /// <summary>
    /// The public files clip x to 480 and y to 640, swapped by mistake; true repeats that. False clips to the frame.
    /// Source: GroundingYouTube's box files (no box has xbr above 480).
    /// </summary>
    public bool SwappedClip { get; init; }

    /// <summary>
    /// The public segments are the .srt's, shortened on both sides by up to 25 s; true repeats that, but then true action
    /// seconds count as background. Source: seg.json against the .srt files.
    /// </summary>
    public bool TrimSegments { get; init; }
}
