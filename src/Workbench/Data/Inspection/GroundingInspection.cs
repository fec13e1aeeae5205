namespace Workbench.Data.Inspection;

/// <summary>Counts the sets that are read as <see cref="GroundingSet"/>: actions in untrimmed videos.</summary>
internal static class GroundingInspection
{
    /// <summary>A set's videos, segments, labels and seconds.</summary>
    /// <param name="labels">What its labels are.</param>
    public static GroundingSet Count(GroundingSet set, Findings found, string prefix = "", string labels = "labels")
    {
        found.Count(prefix + "videos", set.Videos.Count);
        found.Count(prefix + "segments", set.Videos.Sum(v => v.Actions.Count));
        if (set.Videos.Sum(v => v.Actions.Count(a => a.Segment.IsEmpty)) is > 0 and var empty)
            found.Count(prefix + "segments without length", empty);
        found.Count(prefix + labels, set.Videos.SelectMany(v => v.Actions.Select(a => a.Label)).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Count());
        found.Count(prefix + "seconds of action", Math.Round(set.Videos.Sum(v => v.Actions.Sum(a => a.Segment.Length))));
        if (set.Videos.All(v => v.Duration is not null))
            found.Count(prefix + "seconds of video", Math.Round(set.Videos.Sum(v => v.Duration ?? 0)));
        return set;
    }

    /// <summary>Boxes, those that nothing can hit, and the frames that count.</summary>
    public static void Boxes(GroundingSet set, Findings found, string prefix = "")
    {
        Box[] boxes = [.. set.Videos.SelectMany(v => v.Boxes.Values)];
        found.Count(prefix + "boxes", boxes.Length);
        found.Count(prefix + "boxes that nothing can hit", boxes.Count(b => b.IsDegenerate));
        found.Count(prefix + "frames of segments with a box", ValidFrames.Enumerate(set).Count());
    }

    /// <summary>Each of the three files of segments and each of the three files of boxes with its wide and saturated part, as far as they are there; then points.</summary>
    /// <returns>The segments of seg.json, or of the first file that is there.</returns>
    public static GroundingSet? GroundingYouTube(string folder, Findings found)
    {
        GroundingSet? whole = null;
        foreach (SegmentFile segments in Enum.GetValues<SegmentFile>())
        {
            var options = new GroundingYouTubeOptions { Segments = segments, Boxes = null, SkipBad = true, OnProblem = found.Note };
            if (File.Exists(Path.Combine(folder, options.SegmentFileName)))
                found.Guard(() =>
                {
                    GroundingSet set = Count(GroundingYouTubeReader.Read(folder, options), found, options.SegmentFileName + ": ");
                    whole ??= set;
                });
        }

        foreach (BoxVariant boxes in Enum.GetValues<BoxVariant>())
        {
            var options = new GroundingYouTubeOptions { Boxes = boxes, SkipBad = true, OnProblem = found.Note };
            if (File.Exists(Path.Combine(folder, options.BoxFileName!)) && File.Exists(Path.Combine(folder, options.SegmentFileName)))
                found.Guard(() =>
                {
                    GroundingSet set = GroundingYouTubeReader.Read(folder, options);
                    Boxes(set, found, options.BoxFileName + ": ");
                    Split(set, SpreadRule.Paper, "paper", found, options.BoxFileName + ": ");
                    Split(set, SpreadRule.ReleasedCode, "code", found, options.BoxFileName + ": ");
                });
        }

        Points(folder, found);
        return whole;
    }

    private static void Split(GroundingSet set, SpreadRule rule, string who, Findings found, string prefix)
    {
        SpreadSplit split = rule.Divide(set);
        foreach (var (what, (wide, saturated)) in new[] { ("frames", split.Frames), ("segments", split.Actions), ("classes", split.Classes) })
        {
            found.Count(FormattableString.Invariant($"{prefix}wide {what} (> {rule.Area:#,0} px, {who})"), wide);
            found.Count($"{prefix}saturated {what} ({who})", saturated);
        }
    }

    private static void Points(string folder, Findings found)
    {
        if (File.Exists(Path.Combine(folder, PointFile.FirstRound)) && File.Exists(Path.Combine(folder, PointFile.SecondRound)))
            found.Guard(() =>
            {
                IReadOnlyList<PointAnnotation> points = GroundingYouTubeReader.ReadPoints(folder, found.Reading);
                found.Count("frames that annotators saw", points.Count);
                found.Count("mean points", points.Count(p => p.Mean is not null));
            });
        if (File.Exists(Path.Combine(folder, AnnotatorPoints.FileName)))
            found.Guard(() =>
            {
                Point?[] answers = [.. AnnotatorPoints.Read(Path.Combine(folder, AnnotatorPoints.FileName), options: found.Reading).Values.SelectMany(v => v.Values.SelectMany(a => a))];
                found.Count("points of all annotators", answers.Count(a => a is not null));
                found.Count("answers \"can't say\"", answers.Count(a => a is null));
            });
    }
}
