using Workbench.Experiments;
using Workbench.Experiments.Tables;

namespace Workbench.Report;

/// <summary>A table of the papers from run files: published and measured side by side.</summary>
public static class PaperTableReport
{
    /// <param name="table">What is measured on what.</param>
    /// <param name="runs">The run files of each method, one a seed; a method without any leaves its cells empty.</param>
    /// <param name="published">The papers' tables.</param>
    /// <param name="name">Name of the table's files.</param>
    /// <param name="data">What was measured on.</param>
    public static ComparisonTable Build(
        PaperTable table, IReadOnlyDictionary<MethodRun, IReadOnlyList<RunRecord>> runs, PublishedTables published, string name, string data)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(published);
        ComparisonRow[] rows = [.. table.Lines.Select(line => Row(table, line, runs, published))];
        RunRecord[] all = [.. runs.Values.SelectMany(r => r).Distinct()];
        List<string> notes = [];
        if (table.PublishedNumber is not null)
            notes.Add($"Published: {table.Paper}, {(table.PublishedNumber.All(char.IsAsciiDigit) ? "Table " : "")}{table.PublishedNumber}, on the papers' data. Measured: {data}. The two are different data: compare orderings, not values.");
        else
            notes.Add($"Measured: {data}. Nothing of it is published.");
        string[] backbones = [.. all.Select(r => r.Recipe["backbone"]?.GetValue<string>()).OfType<string>().Distinct()];
        long[] steps = [.. all.Where(r => r.Counts.ContainsKey("steps")).Select(r => r.Counts["steps"]).Distinct()];
        string[] commits = [.. all.Select(r => r.Commit?[..Math.Min(12, r.Commit.Length)] ?? "unknown").Distinct()];
        notes.Add($"Backbones: {string.Join(", ", backbones)}. Seeds: {string.Join(", ", all.SelectMany(r => r.Seeds).Distinct().Order())}. Steps: {string.Join(", ", steps)}. "
            + $"All runs took {all.Sum(r => r.Seconds):0} s. {string.Join("; ", all.Select(r => r.Torch).OfType<string>().Distinct())}. Commit {string.Join(", ", commits)}.");
        notes.AddRange(table.Notes);
        for (int c = 0; c < table.Columns.Count; c++)
            if (Ordering(table.Columns[c], [.. rows.Where(r => r.Cells[c].Published is not null && r.Cells[c].Measured.Count > 0)], c) is { } ordering)
                notes.Add(ordering);
        notes.AddRange(Above(table, rows));
        return new ComparisonTable(name, table.Title, table.Columns, rows, notes);
    }

    /// <summary><see cref="Build"/>, and all run files that it was made of.</summary>
    public static (ComparisonTable Table, IReadOnlyList<RunRecord> Runs) Compare(
        PaperTable table, IReadOnlyDictionary<MethodRun, IReadOnlyList<RunRecord>> runs, PublishedTables published, string name, string data) =>
        (Build(table, runs, published, name, data), [.. runs.Values.SelectMany(r => r)]);

    private static ComparisonRow Row(PaperTable table, TableLine line, IReadOnlyDictionary<MethodRun, IReadOnlyList<RunRecord>> runs, PublishedTables published)
    {
        ComparisonCell[] cells = [.. line.Entries.Select(Cell)];
        bool wanted = line.Entries.Any(e => e.Run is not null && e.Metric is not null);
        string? why = line.NotRun ?? (wanted && cells.All(c => c.Measured.Count == 0) ? $"no features of {line.Entries.First(e => e.Run is not null).Run!.Backbone}" : null);
        return new ComparisonRow(line.Label, cells, why);

        ComparisonCell Cell(TableEntry entry) => new(
            table.PublishedNumber is { } number && entry is { PublishedRow: { } row, PublishedColumn: { } column } ? published.Value(table.Paper, number, row, column)?.Number : null,
            entry.Run is { } run && entry.Metric is { } metric && runs.TryGetValue(run, out IReadOnlyList<RunRecord>? records)
                ? [.. records.Where(r => r.Metrics.TryGetValue(metric, out double value) && !double.IsNaN(value)).Select(r => r.Metrics[metric])] : []);
    }

    /// <summary>Whether the rows of a column come in the paper's order. Rows that measure the same are not in any order.</summary>
    private static string? Ordering(string column, ComparisonRow[] rows, int c)
    {
        if (rows.Length < 2)
            return null;
        string paper = Order(rows, r => r.Cells[c].Published!.Value), ours = Order(rows, r => r.Cells[c].Mean);
        if (paper == ours)
            return $"{column}: the paper's order ({paper}).";
        (int agree, int all) = Pairs(rows, c);
        return $"{column}: not the paper's order; {agree} of {all} pairs of rows agree. Paper: {paper}. Measured: {ours}.";
    }

    private static (int Agree, int All) Pairs(ComparisonRow[] rows, int c)
    {
        int agree = 0, all = 0;
        for (int i = 0; i < rows.Length; i++)
            for (int j = 0; j < i; j++)
            {
                double published = rows[i].Cells[c].Published!.Value - rows[j].Cells[c].Published!.Value, measured = rows[i].Cells[c].Mean - rows[j].Cells[c].Mean;
                all += published != 0 ? 1 : 0;
                agree += published * measured > 0 ? 1 : 0;
            }

        return (agree, all);
    }

    /// <summary>How far the whole method stands above the lines that train nothing.</summary>
    private static IEnumerable<string> Above(PaperTable table, ComparisonRow[] rows)
    {
        int best = Array.FindLastIndex(rows, r => r.Label is not (TableLabels.NoVideo or TableLabels.Backbone) && r.Cells.Any(c => c.Measured.Count > 0));
        foreach (ComparisonRow floor in best < 0 ? [] : rows.Where(r => r.Label is TableLabels.NoVideo or TableLabels.Backbone))
        {
            string[] parts = [.. table.Columns.Select((column, c) => (column, c)).Where(p => rows[best].Cells[p.c].Measured.Count > 0 && floor.Cells[p.c].Measured.Count > 0)
                .Select(p => $"{p.column} {rows[best].Cells[p.c].Mean - floor.Cells[p.c].Mean:+0.00;-0.00;0.00}")];
            if (parts.Length > 0)
                yield return $"{rows[best].Label} less \"{floor.Label}\": {string.Join("; ", parts)}.";
        }
    }

    private static string Order(ComparisonRow[] rows, Func<ComparisonRow, double> value)
    {
        ComparisonRow[] sorted = [.. rows.OrderBy(value)];
        return sorted[0].Label + string.Concat(sorted.Zip(sorted.Skip(1), (a, b) => $"{(value(a) < value(b) ? " < " : " = ")}{b.Label}"));
    }
}
