namespace Workbench.Data;

/// <summary>The annotations of one untrimmed video.</summary>
public sealed record GroundingVideo
{
    public required string Id { get; init; }

    /// <summary>Width of the frame in which boxes and points are given, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the frame in which boxes and points are given, in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Width of the video itself in pixels; null where the annotation files do not say.</summary>
    public int? NativeWidth { get; init; }

    /// <summary>Height of the video itself in pixels; null where the annotation files do not say.</summary>
    public int? NativeHeight { get; init; }

    /// <summary>Length in seconds; null where the annotation files do not say.</summary>
    public double? Duration { get; init; }

    /// <summary>The actions in the order of the file, zero-length ones included.</summary>
    public required IReadOnlyList<ActionSegment> Actions { get; init; }

    /// <summary>One box a second, where there is one; overlapping actions share it.</summary>
    public IReadOnlyDictionary<int, Box> Boxes { get; init; } = new Dictionary<int, Box>();

    /// <summary>The annotators' points by second. The public files give only their mean.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<Point>> Points { get; init; } = new Dictionary<int, IReadOnlyList<Point>>();

    /// <summary>The action descriptions to choose from in this video, "background" left out.</summary>
    public IReadOnlyList<string> Pool { get; init; } = [];
}
