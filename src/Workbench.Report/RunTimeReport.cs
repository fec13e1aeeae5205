using Workbench.Experiments;
using Workbench.Experiments.Tables;

namespace Workbench.Report;

/// <summary>The run times of appendix 9.1 beside ours, both in seconds a batch and as a share of the whole method's.</summary>
public static class RunTimeReport
{
    /// <summary>The section, which stands for the table's number.</summary>
    public const string Number = "9.1";

    private const string Paper = "whatwhenwhere-iclr", Column = "seconds a batch", Transport = "Optimal transport based selection of 8 frames out of 64", Spaced = "Random select 8 frames";

    public static ComparisonTable Build(RunRecord run, PublishedTables published, string name, string data)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(published);
        double Published(string row) => published.Value(Paper, Number, row, Column)!.Number;
        double Measured(string row) => run.Metrics[RunTime.Metric(row)] / 1000;
        ComparisonRow[] rows =
        [
            .. RunTime.Settings.Select(s => new ComparisonRow(s.Row,
                [new ComparisonCell(Published(s.Row), [Measured(s.Row)]), new ComparisonCell(100 * Published(s.Row) / Published(RunTime.Whole), [run.Metrics[RunTime.Share(s.Row)]])])),
        ];
        return new ComparisonTable(name, "Run time of a training step (appendix 9.1)", ["seconds a batch", "% of the whole method"], rows,
        [
            "Published: 4 V100 GPUs, batches of 64 clips, decoding and CLIP included. Measured: steps on frozen features, " + $"{run.Counts["clips a batch"]} clips, {run.Counts["selected frames"]} of {run.Counts["candidate frames"]} frames, {data}. {run.Torch}. Only the shares compare.",
            "Frames that are not selected by transport are evenly spaced here, random in the paper; neither looks at a feature.",
            $"\"{Transport}\" and \"{RunTime.Whole}\" are one setting here, measured twice: what lies between them is noise. A share is the median over rounds of the ratio within a round.",
            $"Selection by transport takes {run.Metrics[RunTime.Share(Transport)] - run.Metrics[RunTime.Share(Spaced)]:0.0}% of a step here (the difference to no selection), {100 * (Published(Transport) - Published(Spaced)) / Published(RunTime.Whole):0.0}% in the paper.",
        ]);
    }
}
