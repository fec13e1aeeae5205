using System.Globalization;
using System.Text;
using Workbench.Data;

namespace Workbench.Experiments.Floors;

/// <summary>The floors of moment retrieval beside the published numbers, as Markdown and CSV, made from run records and the papers' tables only.</summary>
public static class MomentsTable
{
    private const string Paper = "sscs-iccv";

    /// <summary>A data set, its name in words, the published table with it, how that table's columns begin, the split on which the published rows are, and the row that is damaged there.</summary>
    private sealed record Source(DataPart Part, string Name, string Table, string Prefix, string PublishedSplit, string? Damaged = null);

    private static readonly Source[] s_sources =
    [
        new(DataPart.CharadesSTA, "Charades-STA", "3", "", "test"),
        new(DataPart.ActivityNetCaptions, "ActivityNet-Captions", "4", "ActivityNet-Captions ", "test", Damaged: "TGN"),
        new(DataPart.TACoS, "TACoS", "4", "TACoS ", "test"),
    ];

    private static readonly (string Predictor, string Words)[] s_floors =
    [
        ("random-moments", "random moments"), ("whole-video", "the whole video"), ("moments", "most frequent moments"), ("best-moments", "best fixed moments"),
    ];

    /// <summary>The Markdown page.</summary>
    public static string Markdown(IReadOnlyList<RunRecord> runs, PublishedTables papers)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(papers);
        var text = new StringBuilder("""
            # Floors of moment retrieval

            Predictors that look neither at the video nor at the sentence, scored on the public annotation files by the workbench's Rank n@m (2D-TAN's
            evaluator: an overlap must exceed m), beside the published numbers. Made by `./workbench evaluate --predictor all --data DIR --save`; the runs
            are in `results/runs/floor-moments-*.json`. Percent.

            - *random moments*: between two times drawn evenly, suppressed at an overlap of 0.5.
            - *the whole video*: one answer.
            - *most frequent moments*: the training set's moments, relative to the video's length, counted on a grid and suppressed at 0.5; of grids
              of 8, 16, 32 and 64 parts the one whose first moment fits most of the training set.
            - *best fixed moments*: the five that hit most of the training set, chosen one after the other on a grid of 64 parts: what a method can reach that has
              learned the distribution of moments and nothing else. It is a strong floor for Rank 5: the list is made for each m anew and its moments may
              overlap, while a method has one list for all m, suppressed.

            """);
        foreach (Source source in s_sources)
            if (runs.Any(run => Is(run, source)))
                Section(text, source, runs, papers);
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The same lines as CSV, a line for each method and measure.</summary>
    public static string Csv(IReadOnlyList<RunRecord> runs, PublishedTables papers)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(papers);
        var text = new StringBuilder("data,kind,method,measure,percent\n");
        foreach (Source source in s_sources)
        {
            string[] columns = Columns(papers, source);
            foreach (var (predictor, words) in s_floors)
                if (runs.FirstOrDefault(run => Is(run, source) && (string?)run.Recipe["predictor"] == predictor) is { } run)
                    foreach (string column in columns)
                        text.Append(CultureInfo.InvariantCulture, $"{source.Name},floor,\"{words}\",{column},{run.Metrics[column + " %"]:0.00}\n");
            if (!runs.Any(run => Is(run, source)))
                continue;
            foreach (PublishedRow row in Published(papers, source))
                foreach (string column in columns)
                    if (row.Values[source.Prefix + column] is { } value)
                        text.Append(CultureInfo.InvariantCulture, $"{source.Name},published,\"{row.Name}\",{column},{value.Number:0.00}\n");
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, Source source, IReadOnlyList<RunRecord> runs, PublishedTables papers)
    {
        string[] columns = Columns(papers, source);
        RunRecord best = Find(runs, source, "best-moments");
        string split = (string)best.Recipe["split"]!, fitted = (string)best.Recipe["fitted"]!;
        text.Append(CultureInfo.InvariantCulture, $"""

            ## {source.Name}

            Split *{split}*: {best.Counts["sentences"]:N0} sentences of {best.Counts["videos"]:N0} videos. {(fitted == "train"
                ? "Fitted on the training split."
                : $"Only this split was at hand: fitted on {fitted}, so that no video is both fitted and scored.")}
            The published rows are Table {source.Table} of Sscs, on the {source.PublishedSplit} split{(split == source.PublishedSplit ? "" : ", which was not at hand: **the numbers compare only roughly**")}.

            | | {string.Join(" | ", columns)} | mIoU |
            |---|{string.Concat(columns.Select(_ => "---:|"))}---:|

            """);
        foreach (var (predictor, words) in s_floors)
        {
            RunRecord run = Find(runs, source, predictor);
            text.AppendLine($"| *floor: {words}* | {string.Join(" | ", columns.Select(column => Show(run.Metrics[column + " %"])))} | {(run.Metrics.TryGetValue("mIoU %", out double miou) ? Show(miou) : "")} |");
        }

        foreach (PublishedRow row in Published(papers, source))
            text.AppendLine($"| {row.Name} | {string.Join(" | ", columns.Select(column => row.Values[source.Prefix + column]?.Printed ?? ""))} | |");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Published rows below the best fixed moments: {string.Join(", ", columns.Select(column => Below(column, best, source, papers)))}.{(source.Damaged is null ? "" : $" {source.Damaged}, whose numbers are damaged in the text at hand, is not counted.")}");
    }

    /// <summary>How many published rows a floor leaves behind.</summary>
    private static string Below(string column, RunRecord best, Source source, PublishedTables papers)
    {
        double floor = best.Metrics[column + " %"];
        double[] values = [.. Published(papers, source).Where(row => row.Name != source.Damaged).Select(row => row.Values[source.Prefix + column]?.Number).Where(value => value is not null).Select(value => value!.Value)];
        return $"{column} {values.Count(value => value < floor)} of {values.Length}";
    }

    private static IEnumerable<PublishedRow> Published(PublishedTables papers, Source source) =>
        papers[Paper, source.Table].Rows.Where(row => Columns(papers, source).Any(column => row.Values[source.Prefix + column] is not null));

    private static string[] Columns(PublishedTables papers, Source source) =>
        [.. papers[Paper, source.Table].Columns.Where(column => column.StartsWith(source.Prefix + "Rank", StringComparison.Ordinal)).Select(column => column[source.Prefix.Length..])];

    private static bool Is(RunRecord run, Source source) => (string?)run.Recipe["task"] == "moments" && (string?)run.Recipe["data"] == source.Part.ToString();

    private static RunRecord Find(IReadOnlyList<RunRecord> runs, Source source, string predictor) => runs.FirstOrDefault(run => Is(run, source) && (string?)run.Recipe["predictor"] == predictor)
        ?? throw new ArgumentException($"The run of predictor '{predictor}' on {source.Name} is missing.", nameof(runs));

    private static string Show(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
