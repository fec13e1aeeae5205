using System.Globalization;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Moments;
using Workbench.Experiments.Tables;
using Workbench.Models.Moments;
using Workbench.Report.Charts;
using Workbench.Training.Moments;

namespace Workbench.Report;

/// <summary>Figures 5 to 8 of Sscs, from run files and trained models of a <see cref="SscsReproduction"/>.</summary>
public static class SscsFigures
{
    private const int Pairs = 16, Bins = 10;

    private static (string Label, MethodRun Run)[] Supervisions(SscsReproduction of) =>
    [
        ("2D-TAN", of.Methods.Base(MomentBase.TwoDTan)),
        ("2D-TAN + GTC", of.Methods.With(MomentBase.TwoDTan, CrossSupervision.GroundTruthClips, contrast: true, caption: true)),
        ("2D-TAN + SS", of.Methods.With(MomentBase.TwoDTan, CrossSupervision.SupportSet, contrast: true, caption: true)),
    ];

    /// <summary>Figure 5: Rank1@0.5 on the test split while training; (a) by supervision, (b) by construction of the support set, with cross-attention.</summary>
    public static Figure Curves(SscsReproduction reproduction, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        (string, MethodRun)[] constructions =
        [
            ("V-SS", reproduction.Methods.Cell(SupportSetConstruction.Video, SupportSetFunction.CrossAttention)),
            ("GT-SS", reproduction.Methods.Cell(SupportSetConstruction.GroundTruth, SupportSetFunction.CrossAttention)),
            ("Non-GT-SS", reproduction.Methods.Cell(SupportSetConstruction.NonGroundTruth, SupportSetFunction.CrossAttention)),
        ];
        return Chart.Grid([Panel(Supervisions(reproduction), "(a) supervision"), Panel(constructions, "(b) support set")], columns: 2).WithSize(1000, 380);

        Figure Panel((string Label, MethodRun Run)[] methods, string title) =>
            Chart.Combine(methods.Select(m => Curve($"{title[..3]} {m.Label}", reproduction.Run(m.Run, progress, cancellation)))).WithTitle(title).WithXAxisStyle("steps").WithYAxisStyle("Rank1@0.5, %");
    }

    /// <summary>Figure 6: pairs of a sentence and its own video whose mean cosine exceeds a bound, over the video's clips and over the moment's.</summary>
    public static Figure RelatedPairs(SscsReproduction reproduction, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        return Chart.Grid([Panel("Video", MomentMetrics.RelatedVideo), Panel("GT", MomentMetrics.RelatedMoment)], columns: 2).WithSize(1000, 360);

        Figure Panel(string title, Func<double, string> metric) => Chart.Combine(Supervisions(reproduction).Select(m =>
        {
            IReadOnlyList<RunRecord> runs = reproduction.Run(m.Run, progress, cancellation);
            return Chart.Column(MomentMetrics.RelatedBounds.Select(b => b.ToString("0.00", CultureInfo.InvariantCulture)), MomentMetrics.RelatedBounds.Select(b => runs.Average(r => r.Metrics[metric(b)])), m.Label);
        })).WithTitle(title).WithXAxisStyle("mean cosine above").WithYAxisStyle("pairs, %");
    }

    /// <summary>Figure 7: cosines of 16 sentences (rows) with the mean clip of their videos (columns): base, GTC, SS. The pairs are spread evenly over the test split.</summary>
    public static Figure Similarities(SscsReproduction reproduction, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        var panels = new List<Figure>();
        foreach ((string label, MethodRun run) in Supervisions(reproduction))
        {
            using TrainedMoments trained = reproduction.Load(run, progress, cancellation);
            MomentSample[] all = trained.Testing.Test(), chosen = [.. Enumerable.Range(0, Math.Min(Pairs, all.Length)).Select(i => all[i * all.Length / Math.Min(Pairs, all.Length)])];
            panels.Add(Chart.Heatmap(MomentTask.Similarities(trained.Model, trained.Branch, trained.Testing, chosen), min: -1, max: 1, showScale: panels.Count == 2, scaleTitle: "cosine")
                .WithTitle(label).WithXAxisStyle("video").WithYAxisStyle("sentence"));
        }

        return Chart.Grid(panels, columns: 3).WithSize(1150, 400);
    }

    /// <summary>
    /// Figure 8: where in the shown part the moments that were found (IoU above 0.5) have their middle, and how long they are; (a) found by 2D-TAN, (b) found by 2D-TAN + SS and not by
    /// 2D-TAN. Counts.
    /// </summary>
    public static Figure FoundMoments(SscsReproduction reproduction, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        (string, MethodRun Run)[] methods = Supervisions(reproduction);
        IReadOnlyList<MomentFinding> before = Found(methods[0].Run), after = Found(methods[2].Run);
        Figure left = Panel(before.Where(f => f.Overlap > 0.5), "(a) found by 2D-TAN"), right = Panel(before.Zip(after).Where(p => p.First.Overlap <= 0.5 && p.Second.Overlap > 0.5).Select(p => p.Second), "(b) found by SS in addition");
        return Chart.Grid([left, right], columns: 2).WithSize(1000, 430);

        IReadOnlyList<MomentFinding> Found(MethodRun run)
        {
            using TrainedMoments trained = reproduction.Load(run, progress, cancellation);
            return MomentTask.Run(trained.Model, trained.Branch, trained.Testing, run.Moments!.TwoDTan.NmsThreshold, progress, cancellation).Findings;
        }

        static Figure Panel(IEnumerable<MomentFinding> findings, string title)
        {
            var counts = new double[Bins, Bins];
            foreach (MomentFinding finding in findings)
                counts[Bin(finding.First.Length / finding.Sample.Duration), Bin((finding.First.Start + finding.First.End) / 2 / finding.Sample.Duration)]++;
            string[] bins = [.. Enumerable.Range(0, Bins).Select(i => $"{100 * i / Bins}-{100 * (i + 1) / Bins}")];
            return Chart.Heatmap(counts, bins, bins, min: 0, scaleTitle: "moments").WithTitle(title).WithXAxisStyle("middle, % of what is shown").WithYAxisStyle("length, %");
        }

        static int Bin(double share) => Math.Clamp((int)(share * Bins), 0, Bins - 1);
    }

    /// <summary>A figure by its printed number, 5 to 8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number.</exception>
    public static Figure Make(int number, SscsReproduction reproduction, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default) => number switch
    {
        5 => Curves(reproduction, progress, cancellation),
        6 => RelatedPairs(reproduction, progress, cancellation),
        7 => Similarities(reproduction, progress, cancellation),
        8 => FoundMoments(reproduction, progress, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(number), number, "Figures 5 to 8 can be made."),
    };

    private static Figure Curve(string label, IReadOnlyList<RunRecord> runs)
    {
        string[] points = [.. runs[0].Metrics.Keys.Where(k => k.StartsWith(MomentMetrics.CurvePrefix, StringComparison.Ordinal))];
        int[] steps = [.. points.Select(p => int.Parse(p.AsSpan(MomentMetrics.CurvePrefix.Length, 5), CultureInfo.InvariantCulture))];
        return Chart.Line(steps, points.Select(p => runs.Average(r => r.Metrics[p])), label, showMarkers: true);
    }
}
