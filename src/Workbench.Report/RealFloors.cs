using System.Globalization;
using Workbench.Experiments;
using Workbench.Experiments.Tables;
using Workbench.Inference;
using Workbench.Metrics;

namespace Workbench.Report;

/// <summary>What can be had on the papers' own annotations without seeing any video, to stand under the tables: from the run files of <c>evaluate --predictor all --save</c>.</summary>
public static class RealFloors
{
    private const string SpatioTemporal = "floor-spatiotemporal-uniform-any", BoxInTheMiddle = "even splits and a box in the middle on GroundingYouTube";

    /// <summary>A floor: which metric of a table it is for, what is done on which data, what is scored, and where the number stands.</summary>
    private sealed record Floor(string Metric, string What, string Score, string Run, string RunMetric);

    private static readonly Floor[] s_floors =
    [
        Untrimmed("IoU+Point", RunMetrics.IouPoint), .. VideoMap.PaperThresholds.Select(t => Untrimmed($"mAP@{t}", RunMetrics.VideoMap(t))), Untrimmed("mAP@0.1:0.5", RunMetrics.VideoMapMean),
        new(RunMetrics.MaskMap(MaskRule.Absolute, 0.01), BoxInTheMiddle, "mAP@0.4, whatever the mask's threshold", SpatioTemporal, RunMetrics.VideoMap(0.4)),
        Untrimmed("widespread actions", RunMetrics.Widespread), Untrimmed("saturated actions", RunMetrics.Saturated),
        Clips("IoU+Point", RunMetrics.SingleIouPoint), .. VideoMap.PaperThresholds.Select(t => Clips($"mAP@{t}", RunMetrics.SingleMap(t))), Clips("mAP@0.1:0.5", RunMetrics.SingleMapMean),
        new(RunMetrics.Pointing, "middle of the frame on YouCook2-Interactions", "pointing", "floor-spatial-centre-youcook2interactions", "pointing %"),
        new(RunMetrics.GroundingYouTubePointing, "middle of the frame on GroundingYouTube", "pointing", "floor-spatial-centre-seg-any", "pointing %"),
        new(RunMetrics.GroundingYouTubeSuccess, "mean box of other videos on GroundingYouTube", "success@0.3", "floor-spatial-mean-box-seg-any", "success@0.3 cross-validated %"),
        new(RunMetrics.TemporalIou, "even splits on MiningYouTube", "IoU", "floor-temporal-uniform-transcript-srt", "IoU %"),
        new(RunMetrics.TemporalIod, "even splits on MiningYouTube", "IoD", "floor-temporal-uniform-transcript-srt", "IoD %"),
    ];

    /// <summary>One note, for a printed table some of whose metrics have such a floor; none where the run files are not there.</summary>
    /// <param name="table">Whose metrics.</param>
    /// <param name="runFolder">results/runs.</param>
    public static IReadOnlyList<string> Notes(PaperTable table, string runFolder)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.PublishedNumber is null || !Directory.Exists(runFolder))
            return [];
        HashSet<string?> asked = [.. table.Lines.SelectMany(l => l.Entries).Select(e => e.Metric)];
        Floor[] wanted = [.. s_floors.Where(f => asked.Contains(f.Metric))];
        Dictionary<string, RunRecord> runs = [];
        foreach (string name in wanted.Select(f => f.Run).Distinct())
            if (Directory.EnumerateFiles(runFolder, $"{name}-????????????.json").Order(StringComparer.Ordinal).LastOrDefault() is { } path)
                runs[name] = RunRecord.Read(path);
        string[] parts =
        [
            .. wanted.Where(f => runs.ContainsKey(f.Run)).GroupBy(f => f.What)
                .Select(g => $"{g.Key}: {string.Join(", ", g.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Score} {runs[f.Run].Metrics[f.RunMetric]:0.00}")))}"),
        ];
        return parts.Length == 0 ? [] : [$"On the papers' own annotations, as far as they are public, without seeing any video (floors-groundingyoutube.md; boxes of any annotator): {string.Join("; ", parts)}."];
    }

    private static Floor Untrimmed(string score, string metric) => new(metric, BoxInTheMiddle, score, SpatioTemporal, metric);

    private static Floor Clips(string score, string metric) => new(metric, "middle third and a box in the middle on clips of GroundingYouTube", score, SpatioTemporal, metric);
}
