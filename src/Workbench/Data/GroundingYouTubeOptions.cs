namespace Workbench.Data;

/// <summary>Which of GroundingYouTube's files to read. The default is <see cref="Paper"/>.</summary>
public sealed record GroundingYouTubeOptions : ReadOptions
{
    /// <summary>Segments as in the 5,091 clips of the paper; boxes by majority vote.</summary>
    public static GroundingYouTubeOptions Paper { get; } = new();

    /// <summary>What the released code's README evaluates: seg.json with id2xy_box.json.</summary>
    public static GroundingYouTubeOptions ReleasedCode { get; } = new() { Boxes = BoxVariant.Any };

    /// <summary>The segments.</summary>
    public SegmentFile Segments { get; init; } = SegmentFile.Seg;

    /// <summary>The boxes; null reads none.</summary>
    public BoxVariant? Boxes { get; init; } = BoxVariant.Agree;

    /// <summary>True also reads the mean points of both annotation rounds into <see cref="GroundingVideo.Points"/> (5 MB of JSON).</summary>
    public bool Points { get; init; }

    internal string SegmentFileName => Segments switch
    {
        SegmentFile.Seg => "seg.json",
        SegmentFile.Ground => "ground_seg.json",
        SegmentFile.Ground3To20 => "ground_seg_3to20.json",
        _ => throw new ArgumentOutOfRangeException(nameof(Segments), Segments, "Seg, Ground or Ground3To20 was expected."),
    };

    internal string? BoxFileName => Boxes switch
    {
        null => null,
        BoxVariant.Any => "id2xy_box.json",
        BoxVariant.Agree => "id2xy_box_agree.json",
        BoxVariant.New => "id2xy_box_new_s.json",
        _ => throw new ArgumentOutOfRangeException(nameof(Boxes), Boxes, "Any, Agree or New was expected."),
    };
}
