using Workbench.Experiments;

namespace Workbench.Report;

/// <summary>Table 6 from run files: published and measured side by side.</summary>
public static class Table6Report
{
    /// <summary>Label of the row that sees no video.</summary>
    public const string Floor = "no video: even splits, middle of the frame";

    /// <summary>Label of the row that trains nothing.</summary>
    public const string ZeroShot = "backbone alone, nothing trained";

    private const string Paper = "whatwhenwhere-cvpr";

    /// <summary>Each printed column and the metric of a run file that answers it.</summary>
    private static readonly (string Published, string Column, string Metric)[] Columns =
    [
        ("GroundingYT Spatio-temp", "Spatio-temporal, mAP@0.4", RunMetrics.VideoMap(0.4)),
        ("MiningYT Temporal", "Temporal, IoU", RunMetrics.TemporalIou),
        ("YC-Inter. Spatial", "Spatial, pointing", RunMetrics.Pointing),
    ];

    /// <param name="runs">Each run with the row it belongs to, several seeds a row.</param>
    /// <param name="published">The papers' tables.</param>
    /// <param name="name">Name of the table's files.</param>
    /// <param name="data">What was measured on.</param>
    public static ComparisonTable Build(IReadOnlyList<(string Row, RunRecord Run)> runs, PublishedTables published, string name, string data)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(published);
        List<ComparisonRow> rows = [];
        foreach (var row in runs.GroupBy(r => r.Row))
            rows.Add(new ComparisonRow(row.Key, [.. Columns.Select(c => new ComparisonCell(
                row.Key is Floor or ZeroShot ? null : published.Value(Paper, "6", row.Key, c.Published)?.Number, [.. row.Select(r => r.Run.Metrics[c.Metric])]))]));
        RunRecord any = runs.First(r => r.Run.Counts.ContainsKey("steps")).Run;
        List<string> notes =
        [
            $"Published: {Paper}, Table 6, on GroundingYouTube, MiningYouTube and YouCook2-Interactions. Measured: {data}, backbone {any.Recipe["backbone"]}. The two are different data: compare orderings, not values.",
            $"Seeds: {string.Join(", ", runs.SelectMany(r => r.Run.Seeds).Distinct())}. Steps: {any.Counts["steps"]}. {any.Torch}. Commit {any.Commit?[..Math.Min(12, any.Commit.Length)] ?? "unknown"}.",
            .. Orderings([.. rows.Where(r => r.Cells.All(c => c.Published is not null))]),
            .. Above(rows),
        ];
        return new ComparisonTable(name, "Table 6: what each loss is worth", [.. Columns.Select(c => c.Column)], rows, notes);
    }

    /// <summary>One line a column: whether the rows come in the paper's order. Rows that measure the same are not in any order.</summary>
    private static IEnumerable<string> Orderings(List<ComparisonRow> rows)
    {
        for (int c = 0; c < Columns.Length; c++)
        {
            string paper = Order(rows, r => r.Cells[c].Published!.Value), ours = Order(rows, r => r.Cells[c].Mean);
            yield return paper == ours ? $"{Columns[c].Column}: the paper's order ({paper})." : $"{Columns[c].Column}: not the paper's order. Paper: {paper}. Measured: {ours}.";
        }
    }

    /// <summary>How far the last row, the whole method, stands above the rows that train nothing.</summary>
    private static IEnumerable<string> Above(List<ComparisonRow> rows)
    {
        ComparisonRow best = rows[^1];
        foreach (ComparisonRow row in rows.Where(r => r.Label is Floor or ZeroShot))
            yield return $"{best.Label} less \"{row.Label}\": {string.Join("; ", Columns.Select((c, i) => $"{c.Column} {best.Cells[i].Mean - row.Cells[i].Mean:+0.00;-0.00;0.00}"))}.";
    }

    private static string Order(List<ComparisonRow> rows, Func<ComparisonRow, double> value)
    {
        ComparisonRow[] sorted = [.. rows.OrderBy(value)];
        return sorted[0].Label + string.Concat(sorted.Zip(sorted.Skip(1), (a, b) => $"{(value(a) < value(b) ? " < " : " = ")}{b.Label}"));
    }
}
