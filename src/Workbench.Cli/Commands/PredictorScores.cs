using System.Text.Json.Nodes;
using Spectre.Console;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Floors;

namespace Workbench.Cli.Commands;

/// <summary>Scores predictors that never look at a frame for <c>workbench evaluate --predictor</c>, prints them, and writes run files and tables.</summary>
internal static class PredictorScores
{
    public const string Everything = "all", Uniform = "uniform-order";

    /// <summary>What to score: a predictor at a task on the files of a folder; segments, boxes and clipping matter for GroundingYouTube only.</summary>
    public sealed record Choice(string Predictor, string Task, string Folder, string Segments, string Boxes, BoxClipping Clipping, int Seed);

    public static int Run(Choice choice, ReadOptions reading, TextWriter output, bool save, bool json, CancellationToken cancellation)
    {
        var runs = Score(choice, reading, cancellation);
        runs = [.. runs.Select(run => run with { Host = HostFacts.Read() })];
        if (save)
            Write(runs, choice.Predictor == Everything);
        if (json)
            output.WriteLine(new JsonArray([.. runs.Select(run => JsonNode.Parse(run.ToJson()))]).ToJsonString(RunRecord.Format));
        else
            Print(output, runs);
        return Shell.Fine;
    }

    private static IReadOnlyList<RunRecord> Score(Choice choice, ReadOptions reading, CancellationToken cancellation)
    {
        var suite = new FloorSuite(choice.Folder, TimeProvider.System) { Reading = reading };
        var moments = new MomentSuite(choice.Folder, TimeProvider.System) { Reading = reading };
        if (MomentSuite.Predictors.ContainsKey(choice.Predictor))
            return ConsoleProgress.Run(progress => moments.Run([choice.Predictor], choice.Seed, progress, cancellation));
        if (choice.Predictor == Uniform)
            return choice.Task == FloorRuns.SpatioTemporalTaskName ? [suite.SpatioTemporal(choice.Boxes)] : suite.Temporal(choice.Segments);
        if (choice.Predictor != Everything)
            return suite.InteractionsFolder == choice.Folder ? suite.Interactions([choice.Predictor], choice.Seed) : suite.Spatial([choice.Predictor], choice.Segments, choice.Boxes, choice.Clipping, choice.Seed);
        return ConsoleProgress.Run(progress =>
        {
            bool sentences = moments.Sets.Count > 0;
            List<RunRecord> all = suite.HasGroundingYouTube || !sentences ? [.. suite.All(choice.Seed, progress, cancellation)] : [];
            if (sentences)
                all.AddRange(moments.Run(MomentSuite.Predictors.Keys, choice.Seed, progress, cancellation));
            return (IReadOnlyList<RunRecord>)all;
        });
    }

    private static void Write(IReadOnlyList<RunRecord> runs, bool withTable)
    {
        var paths = WorkbenchPaths.Locate();
        string? commit = SourceCommit.Of(paths.Root);
        foreach (var run in runs)
            (run with { Commit = commit }).Write(paths.Runs);
        if (!withTable)
            return;
        var papers = PublishedTables.Load(paths.Papers);
        if (runs.Any(run => (string?)run.Recipe["data"] == DataPart.GroundingYouTube.ToString()))
        {
            AtomicFile.WriteText(Path.Combine(paths.Tables, "floors-groundingyoutube.md"), FloorsTable.Markdown(runs, papers));
            AtomicFile.WriteText(Path.Combine(paths.Tables, "floors-groundingyoutube.csv"), FloorsTable.Csv(runs, papers));
        }

        if (runs.Any(run => (string?)run.Recipe["task"] == "moments"))
        {
            AtomicFile.WriteText(Path.Combine(paths.Tables, "floors-moments.md"), MomentsTable.Markdown(runs, papers));
            AtomicFile.WriteText(Path.Combine(paths.Tables, "floors-moments.csv"), MomentsTable.Csv(runs, papers));
        }
    }

    // One table for each kind of task and box file: a line for each number, a column for each predictor.
    private static void Print(TextWriter output, IReadOnlyList<RunRecord> runs)
    {
        var console = Terminal.For(output);
        foreach (var group in runs.GroupBy(run => (Boxes: (string?)run.Recipe["boxes"], Clipping: (string?)run.Recipe["clipping"], Part: (string?)run.Recipe["segments"] ?? (string?)run.Recipe["split"], Data: (string?)run.Recipe["data"])))
        {
            string boxes = group.Key.Boxes is null ? "" : $", boxes {group.Key.Boxes} ({group.Key.Clipping} clipping)";
            var table = new Table { Title = new TableTitle(Markup.Escape($"{group.Key.Data}{(group.Key.Part is null ? "" : $", {group.Key.Part}")}{boxes}")) }.AddColumn("");
            foreach (var run in group)
                table.AddColumn(new TableColumn(Markup.Escape((string?)run.Recipe["background"] is { } known ? $"background: {known}" : (string?)run.Recipe["predictor"] ?? run.Name)).RightAligned());
            foreach (string metric in group.SelectMany(run => run.Metrics.Keys).Distinct())
                table.AddRow([Markup.Escape(metric), .. group.Select(run => run.Metrics.TryGetValue(metric, out double value) ? value.ToString("0.00") : "")]);
            foreach (string count in group.SelectMany(run => run.Counts.Keys).Distinct())
                table.AddRow([Markup.Escape(count), .. group.Select(run => run.Counts.TryGetValue(count, out long value) ? value.ToString("N0") : "")]);
            console.Write(table);
        }
    }
}
