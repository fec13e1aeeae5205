using System.Text;
using Workbench.Metrics;

namespace Workbench.Experiments.Floors;

/// <summary>The floors beside the published numbers, as Markdown and CSV, made from run records and the papers' tables only.</summary>
public static class FloorsTable
{
    private const string Paper = "whatwhenwhere-cvpr";
    private const long PublishedInteractionFrames = 2496;

    /// <summary>One line: a floor, a ceiling or a published method with its numbers; null where it has none.</summary>
    private sealed record Line(string Kind, string Method, double? Pointing, double? Region, double? Iou, double? Iod);

    /// <summary>The Markdown page.</summary>
    public static string Markdown(IReadOnlyList<RunRecord> runs, PublishedTables papers)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(papers);
        var text = new StringBuilder("""
            # Floors of GroundingYouTube

            Predictors that never look at a frame, scored on the public annotation files by the workbench's metrics, beside the published
            numbers. Made by `./workbench evaluate --predictor all --data DIR --save`; the runs are in `results/runs/floor-*.json`. Percent.

            """);
        double floor = Metric(runs, "centre", "agree", "released", "pointing %"), lowest = Boxes().Min(boxes => Metric(runs, "centre", boxes, "released", "pointing %"));
        double region = Boxes().Min(boxes => Metric(runs, "mean-box", boxes, "released", "success@0.3 cross-validated %"));
        var spatial = Spatial(papers);
        var best = spatial.MaxBy(line => line.Pointing)!;
        var bestRegion = spatial.MaxBy(line => line.Region)!;
        int below = spatial.Count(line => line.Pointing < lowest), belowRegion = spatial.Count(line => line.Region < region);
        string nearest = TemporalSegments(runs).Contains("srt") ? "srt" : "seg", onWhat = "on " + SetName(runs, nearest);
        double uniform = Temporal(runs, "transcript", "IoU %", nearest);
        string[] nearby = [.. TemporalLines(papers).OrderBy(line => Math.Abs(line.Iou!.Value - uniform)).Take(3).Select(line => $"{line.Method} {line.Iou:0.00}")];
        text.Append($"""

            ## What this says

            - **Pointing at the middle of the frame hits {lowest:0.00} to {Boxes().Max(boxes => Metric(runs, "centre", boxes, "released", "pointing %")):0.00}% of the boxes, depending on the box file. {below} of the {spatial.Count} published pointing
              accuracies are below the lowest of these** (the best is {best.Pointing:0.00}, {best.Method}). On these files the pointing game of this
              data set does not show that a method has found the action.
            - **One box for all frames, fitted on other videos, overlaps at least {region:0.00}% of the boxes by more than 0.3. {belowRegion} of the {spatial.Count} published
              spatial "mAP" are below it** (the best is {bestRegion.Region:0.00}, {bestRegion.Method}), if that column is the success rate which the released evaluator
              prints under that name. Which one it is the paper does not say.
            - The annotators' own mean point hits {Boxes().Min(boxes => Metric(runs, "annotators", boxes, "released", "pointing %")):0.00} to {Boxes().Max(boxes => Metric(runs, "annotators", boxes, "released", "pointing %")):0.00}%: there is room above the floor, and a method must be judged by how much of
              the distance between the two it covers.
            - Fitting the point gains little: see the cross-validated column of the table below.
            - Equal splits of the transcript reach an IoU of {uniform:0.00} {onWhat} without looking, and {Temporal(runs, "none", "IoU %", nearest):0.00} with no word of the background.
              Of the {TemporalLines(papers).Count} published rows the nearest are {string.Join(", ", nearby)}. What is told about the background decides: with every background second known the same
              splits have {Temporal(runs, "seconds", "IoU %", nearest):0.00}.
            - On YouCook2-Interactions, the other benchmark of the pointing game, CoMMA's paper prints a centre prior of {papers.Value("comma-neurips", "1", "Center Prior", "Localization Accuracy (%)")} where the best
              method has {papers[Paper, "3"].Rows.Max(row => row.Values["YC-Inter Acc"]!.Number):0.00}: there the floor is far below the methods. GroundingYouTube's boxes are points with a margin of 100 pixels
              on each side, so that a box takes at least 200 of 640 by 200 of 480 pixels unless the border cuts it.

            What limits this comparison: the paper's boxes were "manually checked and adjusted" and its evaluation videos are not public; the
            numbers here are on the files as released, with frames counted as the released evaluator counts them. The published rows were
            measured by their authors, perhaps on another state of these files. The temporal rows of the paper are on MiningYouTube, whose
            segments are longer than those of seg.json, which were made from them by trimming; where MiningYouTube's own files
            were at hand, their floors stand beside. "Background a step of the transcript" is what the paper's methods are told.

            ## Table 3: spatial grounding

            The released README evaluates `any`; the paper describes `agree` (majority). "Above the centre": published accuracy less the centre's
            on `any`, and on `agree`. "Covered" is the share of the distance from the centre to the annotators' mean point, on `any`.

            | | pointing | above the centre (any) | (agree) | covered | mAP, or success@0.3 |
            |---|---:|---:|---:|---:|---:|

            """);
        foreach (var line in Floors(runs).Where(line => line.Pointing is not null))
            text.AppendLine($"| *{line.Kind}: {line.Method}* | {line.Pointing:0.00} | | | | {Show(line.Region)} |");
        double any = Metric(runs, "centre", "any", "released", "pointing %"), ceiling = Metric(runs, "annotators", "any", "released", "pointing %");
        foreach (var line in spatial)
            text.AppendLine($"| {line.Method} | {line.Pointing:0.00} | {line.Pointing - any:+0.00;-0.00} | {line.Pointing - floor:+0.00;-0.00} | {100 * (line.Pointing - any) / (ceiling - any):+0;-0}% | {line.Region:0.00} |");
        text.Append($"""

            ## By box file

            The fixed point and the mean box are fitted on the boxes they are scored on; the cross-validated columns fit them on the other four
            fifths of the videos. The random pixel's expectation is exact.

            | boxes | clipping | frames | degenerate | centre | best fixed point | cross-validated | random | mean box | cross-validated | annotators |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (string clipping in (string[])["released", "corrected"])
            foreach (string boxes in Boxes())
                text.AppendLine($"| {boxes} | {clipping} | {Find(runs, "centre", boxes, clipping).Counts["frames"]:N0} | {Find(runs, "centre", boxes, clipping).Counts["degenerate"]} | "
                    + string.Join(" | ", new[]
                    {
                        Metric(runs, "centre", boxes, clipping, "pointing %"), Metric(runs, "best-fixed-point", boxes, clipping, "pointing %"),
                        Metric(runs, "best-fixed-point", boxes, clipping, "pointing cross-validated %"), Metric(runs, "random", boxes, clipping, "pointing expected %"),
                        Metric(runs, "mean-box", boxes, clipping, "success@0.3 %"), Metric(runs, "mean-box", boxes, clipping, "success@0.3 cross-validated %"),
                        Metric(runs, "annotators", boxes, clipping, "pointing %"),
                    }.Select(value => value.ToString("0.00"))) + " |");
        text.Append($"""

            Pointing accuracy, except the two columns of the mean box, which are success rates at IoU above 0.3.

            **What the wrong clipping does.** In the released files x was cut at 480, the frame's height, instead of its width 640
            (see `RestoredBoxes`). The centre's hits do not depend on it, as the middle lies left of the cut: its accuracy is {Metric(runs, "centre", "agree", "released", "pointing %"):0.00} before and {Metric(runs, "centre", "agree", "corrected", "pointing %"):0.00}
            after the repair (agree). Whoever points into the right quarter of the frame always misses: the annotators' own mean point loses
            {Metric(runs, "annotators", "agree", "corrected", "pointing %") - Metric(runs, "annotators", "agree", "released", "pointing %"):0.00} points by it (agree), {Metric(runs, "annotators", "any", "corrected", "pointing %") - Metric(runs, "annotators", "any", "released", "pointing %"):0.00} (any). So the slip takes a few points from good methods and nothing
            from the floor; it does not explain why the published methods lie below it. The corrected boxes are estimates from the mean
            points, so that the mean point lies in nearly all of them by construction.

            ## Table 4: temporal grounding

            | | IoU | IoD | IoU by class sets | IoD by class sets | right seconds |
            |---|---:|---:|---:|---:|---:|

            """);
        foreach (string segments in TemporalSegments(runs))
            foreach (var (known, words) in Knowledge())
                text.AppendLine($"| *floor on {SetName(runs, segments)}: equal splits, {words}* | "
                    + string.Join(" | ", new[] { "IoU %", "IoD %", "IoU class sets %", "IoD class sets %", "frame accuracy %" }.Select(name => Temporal(runs, known, name, segments).ToString("0.00"))) + " |");
        foreach (var line in TemporalLines(papers))
            text.AppendLine($"| {line.Method} | {line.Iou:0.00} | {line.Iod:0.00} | | | |");
        text.AppendLine();
        text.AppendLine("The published rows are on MiningYouTube's 250 test videos. Floors: one label a second, each video until its last action ends.");
        SpatioTemporal(text, runs, papers);
        Interactions(text, runs, papers);
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Tables 2 and 7, where they were measured.</summary>
    private static void SpatioTemporal(StringBuilder text, IReadOnlyList<RunRecord> runs, PublishedTables papers)
    {
        RunRecord[] found = [.. FloorSuite.Boxes.Keys.SelectMany(boxes => runs.Where(run => (string?)run.Recipe["task"] == FloorRuns.SpatioTemporalTaskName && (string?)run.Recipe["boxes"] == boxes))];
        if (found.Length == 0)
            return;
        Part(Paper, "2", "spatio-temporal grounding in untrimmed videos", $"{found[0].Counts["videos"]} videos of seg.json", RunMetrics.IouPoint, RunMetrics.VideoMap, RunMetrics.VideoMapMean);
        Part("whatwhenwhere-iclr", "7", "one given action in a short clip", $"{found[0].Counts["single-action clips"]:N0} clips of ground_seg_3to20.json", RunMetrics.SingleIouPoint, RunMetrics.SingleMap, RunMetrics.SingleMapMean);
        text.AppendLine();
        (int below, int all, string best) = Below(Paper, "2", RunMetrics.VideoMapMean);
        (int belowClips, int allClips, string bestClips) = Below("whatwhenwhere-iclr", "7", RunMetrics.SingleMapMean);
        text.AppendLine($"""
            Floors: every step of the transcript, pauses included, gets the same share of the video; in the middle of the frame, in a box of the set's mean size, which is
            taken from these boxes. In untrimmed videos {below} of the {all} published mAP@0.1:0.5 are below the lowest of them (the best is {best}); **in clips {belowClips} of {allClips}** (the best is
            {bestClips}): a clip is cut so that its action fills the middle third, and whoever answers that, always, needs no video.
            """);

        (int Below, int All, string Best) Below(string paper, string table, string metric)
        {
            (string Name, double Value)[] published = [.. papers[paper, table].Rows.Select(row => (row.Name, row.Values["0.1:0.5"]!.Number))];
            double lowest = found.Min(run => run.Metrics[metric]);
            (string name, double value) = published.MaxBy(p => p.Value);
            return (published.Count(p => p.Value < lowest), published.Length, $"{value:0.00}, {name}");
        }

        void Part(string paper, string table, string title, string data, string point, Func<double, string> map, string mean)
        {
            (string Head, string Metric)[] columns = [("IoU+Point", point), .. VideoMap.PaperThresholds.Select(t => ($"{t}", map(t))), ("0.1:0.5", mean)];
            text.Append($"""

                ## Table {table}: {title}

                On {data}.

                | | {string.Join(" | ", columns.Select(c => c.Head))} |
                |---|{string.Concat(columns.Select(_ => "---:|"))}

                """);
            foreach (RunRecord run in found)
                text.AppendLine($"| *floor: even splits, middle of the frame ({(string?)run.Recipe["boxes"]})* | {string.Join(" | ", columns.Select(c => run.Metrics[c.Metric].ToString("0.00")))} |");
            foreach (PublishedRow row in papers[paper, table].Rows)
                text.AppendLine($"| {row.Name} | {string.Join(" | ", columns.Select(c => row.Values[c.Head]))} |");
        }
    }

    /// <summary>YouCook2-Interactions, where its files were at hand.</summary>
    private static void Interactions(StringBuilder text, IReadOnlyList<RunRecord> runs, PublishedTables papers)
    {
        RunRecord[] found = [.. FloorSuite.Predictors.Keys.SelectMany(name => runs.Where(run => (string?)run.Recipe["data"] == "YouCook2-Interactions" && (string?)run.Recipe["predictor"] == name))];
        if (found.Length == 0)
            return;
        long frames = found[0].Counts["frames"];
        text.Append($"""

            ## Table 3: YouCook2-Interactions

            On {frames:N0} frames of {found[0].Counts["videos"]} videos{(frames == PublishedInteractionFrames ? "" : $", a part of the published {PublishedInteractionFrames:N0} frames: **the numbers compare only roughly**")}. CoMMA's paper prints {papers.Value("comma-neurips", "1", "Center Prior", "Localization Accuracy (%)")} for the
            centre.

            | | pointing | cross-validated | success@0.3 | cross-validated |
            |---|---:|---:|---:|---:|

            """);
        foreach (RunRecord run in found)
        {
            string Value(string metric) => run.Metrics.TryGetValue(metric, out double value) ? value.ToString("0.00") : "";
            text.AppendLine($"| *floor: {(string?)run.Recipe["predictor"]}* | {Value(run.Metrics.ContainsKey("pointing expected %") ? "pointing expected %" : "pointing %")} | {Value("pointing cross-validated %")} | {Value("success@0.3 %")} | {Value("success@0.3 cross-validated %")} |");
        }

        foreach (PublishedRow row in papers[Paper, "3"].Rows.Where(row => row.Values["YC-Inter Acc"] is not null))
            text.AppendLine($"| {row.Name} | {row.Values["YC-Inter Acc"]} | | | |");
        if (found.FirstOrDefault(run => run.Metrics.ContainsKey("pointing, mean over segments %")) is { } centre)
            text.Append(Centre(centre.Metrics, papers.Value("comma-neurips", "1", "Center Prior", "Localization Accuracy (%)")!));
    }

    /// <summary>Why the centre is not what is printed, as far as the files at hand tell.</summary>
    private static string Centre(IReadOnlyDictionary<string, double> m, PublishedValue printed) => $"""

        The centre counted in the ways that the paper leaves open, beside its {printed}:

        | all seconds alike, 640×360 | mean over segments | mean over videos | only videos inside 640×360 | centre of each video's own frame |
        |---:|---:|---:|---:|---:|
        | {m["pointing %"]:0.00} | {m["pointing, mean over segments %"]:0.00} | {m["pointing, mean over videos %"]:0.00} | {m["pointing, videos inside 640x360 %"]:0.00} | {m["pointing, centre of each video's own frame %"]:0.00} |

        The measure hangs on how it is counted far more than on anything else: one video has {m["largest video, share of frames %"]:0.0}% of all seconds and the centre hits {m["largest video, pointing %"]:0.0}% of them; in
        {m["videos beyond 640x360"]:0} videos boxes lie beyond the nominal frame, where no point of it can be in them. The released evaluator counts seconds alike and clamps the frame of the file to 640×360, each side by
        itself, so that its centre also depends on the sizes of the videos, which the annotations do not tell.

        """;

    /// <summary>The same lines as CSV.</summary>
    public static string Csv(IReadOnlyList<RunRecord> runs, PublishedTables papers)
    {
        var text = new StringBuilder("kind,method,pointing,region,iou,iod\n");
        foreach (var line in Floors(runs).Concat(Spatial(papers)).Concat(TemporalLines(papers)))
            text.Append($"{line.Kind},\"{line.Method}\",{Show(line.Pointing)},{Show(line.Region)},{Show(line.Iou)},{Show(line.Iod)}\n");
        return text.ToString();
    }

    private static IEnumerable<string> Boxes() => FloorSuite.Boxes.Keys;

    private static IEnumerable<(string Known, string Words)> Knowledge() =>
        [("none", "background not known"), ("transcript", "background a step of the transcript"), ("seconds", "background seconds known")];

    private static IEnumerable<Line> Floors(IReadOnlyList<RunRecord> runs)
    {
        foreach (string boxes in Boxes())
        {
            double? Of(string predictor, string metric) => Metric(runs, predictor, boxes, "released", metric);
            yield return new("floor", $"random pixel ({boxes})", Of("random", "pointing expected %"), null, null, null);
            yield return new("floor", $"centre ({boxes})", Of("centre", "pointing %"), null, null, null);
            yield return new("floor", $"best fixed point, cross-validated ({boxes})", Of("best-fixed-point", "pointing cross-validated %"), null, null, null);
            yield return new("floor", $"mean box, cross-validated ({boxes})", Of("mean-box", "pointing cross-validated %"), Of("mean-box", "success@0.3 cross-validated %"), null, null);
            yield return new("ceiling", $"annotators' mean point ({boxes})", Of("annotators", "pointing %"), null, null, null);
        }

        foreach (string segments in TemporalSegments(runs))
            foreach (var (known, words) in Knowledge())
                yield return new("floor", $"equal splits; {words} ({segments})", null, null, Temporal(runs, known, "IoU %", segments), Temporal(runs, known, "IoD %", segments));
    }

    private static List<Line> Spatial(PublishedTables papers) =>
        [.. papers[Paper, "3"].Rows.Select(row => new Line("published", row.Name, row.Values["GroundingYT Acc"]!.Number, row.Values["GroundingYT mAP"]!.Number, null, null))];

    private static List<Line> TemporalLines(PublishedTables papers) =>
        [.. papers[Paper, "4"].Rows.Select(row => new Line("published", row.Name, null, null, row.Values["IoU"]!.Number, row.Values["IoD"]!.Number))];

    private static RunRecord Find(IReadOnlyList<RunRecord> runs, string predictor, string boxes, string clipping) => runs.FirstOrDefault(run =>
            (string?)run.Recipe["predictor"] == predictor && (string?)run.Recipe["boxes"] == boxes && (string?)run.Recipe["clipping"] == clipping)
        ?? throw new ArgumentException($"The run of predictor '{predictor}' on boxes '{boxes}' with {clipping} clipping is missing.", nameof(runs));

    private static double Metric(IReadOnlyList<RunRecord> runs, string predictor, string boxes, string clipping, string metric) => Find(runs, predictor, boxes, clipping).Metrics[metric];

    private static double Temporal(IReadOnlyList<RunRecord> runs, string known, string metric, string segments = "seg") =>
        (runs.FirstOrDefault(run => (string?)run.Recipe["background"] == known && (string?)run.Recipe["segments"] == segments)
            ?? throw new ArgumentException($"The temporal run with background '{known}' on segments '{segments}' is missing.", nameof(runs))).Metrics[metric];

    private static IEnumerable<string> TemporalSegments(IReadOnlyList<RunRecord> runs) =>
        runs.Where(run => run.Recipe["background"] is not null).Select(run => (string)run.Recipe["segments"]!).Distinct().Order(StringComparer.Ordinal);

    private static string SetName(IReadOnlyList<RunRecord> runs, string segments)
    {
        var run = runs.First(run => run.Recipe["background"] is not null && (string?)run.Recipe["segments"] == segments);
        return $"{(string?)run.Recipe["data"]} ({segments}, {run.Counts["videos"]} videos)";
    }

    private static string Show(double? value) => value?.ToString("0.00") ?? "";
}
