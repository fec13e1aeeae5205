using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Floors;
using Workbench.Inference;
using Workbench.Training;

namespace Workbench.Cli.Commands;

/// <summary>
/// <c>workbench evaluate</c>: scores a trained model on the three tasks of a folder of data, or predictors on a data set's annotations; these
/// need no video and are the floors of the tables.
/// </summary>
internal static class EvaluateCommand
{
    private const string Everything = "all", Uniform = "uniform-order", TableName = "floors-groundingyoutube";

    private static readonly Option<string> Predictor = new("--predictor")
    {
        Description = $"{string.Join(", ", FloorSuite.Predictors.Keys)} (not a floor but a ceiling: the annotators' mean point), {Uniform}, or {Everything}: each on every box file.",
    };

    private static readonly Argument<string?> CheckpointFile = new("checkpoint") { Description = "A model of `workbench train`, scored on all three tasks.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string> Task = new("--task") { Description = "spatial: pointing game, success at IoU > 0.3; temporal: IoU, IoD.", DefaultValueFactory = _ => "spatial" };
    private static readonly Option<string?> Data = new("--data") { Description = "Predictors: folder of GroundingYouTube's annotation files (temporal: or MiningYouTube's), or the one above them. A model: a folder laid out as data/README.md says; default the embedded benchmark." };
    private static readonly Option<string> Boxes = new("--boxes") { Description = "any: README of the released code; agree: majority, the paper's; new.", DefaultValueFactory = _ => "agree" };
    private static readonly Option<string> Segments = new("--segments") { Description = string.Join(", ", FloorSuite.Segments.Keys), DefaultValueFactory = _ => "seg" };
    private static readonly Option<string> Clipping = new("--clipping") { Description = "released: boxes as they are; corrected: cut at the frame's width, estimated.", DefaultValueFactory = _ => "released" };
    private static readonly Option<int> Seed = new("--seed") { Description = "For the random predictor." };
    private static readonly Option<bool> Save = new("--save") { Description = $"Write run files to results/runs and, with --predictor {Everything}, the table to results/tables." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print machine-readable results only." };

    public static Command Create()
    {
        Predictor.AcceptOnlyFromAmong([.. FloorSuite.Predictors.Keys, Uniform, Everything]);
        Task.AcceptOnlyFromAmong("spatial", "temporal");
        Boxes.AcceptOnlyFromAmong([.. FloorSuite.Boxes.Keys]);
        Segments.AcceptOnlyFromAmong([.. FloorSuite.Segments.Keys]);
        Clipping.AcceptOnlyFromAmong("released", "corrected");
        Command command = new("evaluate", "Score a trained model, or predictors that never look at a frame: the floors of the tables.") { CheckpointFile, Predictor, Task, Data, Boxes, Segments, Clipping, Seed, Save, Json };
        command.Validators.Add(result =>
        {
            string? name = result.GetValue(Predictor), task = result.GetValue(Task);
            if ((name is null) == (result.GetValue(CheckpointFile) is null))
                result.AddError("A checkpoint or --predictor is needed, and not both.");
            if (name is null)
                return;
            if (result.GetValue(Data) is null)
                result.AddError("--predictor needs --data.");
            if (name != Everything && (name == Uniform) != (task == "temporal"))
                result.AddError($"--predictor {name} is not for --task {task}; temporal takes {Uniform}, spatial the others.");
        });
        var source = new ExperimentSource(Data);
        source.AddTo(command);
        command.SetAction((parsed, cancellation) => parsed.GetValue(CheckpointFile) is { } checkpoint
            ? EvaluateModelAsync(parsed, source, checkpoint, cancellation)
            : System.Threading.Tasks.Task.FromResult(Run(parsed, source, cancellation)));
        return command;
    }

    private static Task<int> EvaluateModelAsync(ParseResult parsed, ExperimentSource source, string checkpoint, CancellationToken cancellation) => ConsoleProgress.RunAsync(async progress =>
    {
        WorkbenchPaths paths = WorkbenchPaths.Locate();
        using ExperimentInputs inputs = await source.OpenAsync(parsed, paths, progress, cancellation).ConfigureAwait(false);
        using TrainedModel trained = TrainedModel.Load(checkpoint, inputs.Backbone);
        bool save = parsed.GetValue(Save);
        string runs = save ? paths.Runs : Directory.CreateTempSubdirectory("workbench-evaluate-").FullName;
        try
        {
            string command = $"./workbench evaluate {Path.GetFileName(checkpoint)}{(source.Own(parsed) ? " --data DIR" : "")}";
            var runner = new RowRunner(inputs, ExperimentSource.RunnerOptions(paths, command) with { RunFolder = runs });
            GroundingOptions grounding = source.Own(parsed) ? GroundingOptions.For(trained.Recipe.Fidelity) : EmbeddedRecipe.Ground(trained.Recipe.Fidelity);
            RunRecord run = runner.RunTrained($"evaluate-{trained.Recipe.Name}", trained, grounding, progress, cancellation);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(Json))
                await output.WriteLineAsync(run.ToJson()).ConfigureAwait(false);
            else
                foreach ((string metric, double value) in run.Metrics)
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{metric,-48} {value,8:0.00}")).ConfigureAwait(false);
            return Shell.Fine;
        }
        finally
        {
            if (!save)
                Directory.Delete(runs, recursive: true);
        }
    });

    private static int Run(ParseResult parsed, ExperimentSource source, CancellationToken cancellation)
    {
        string name = parsed.GetValue(Predictor)!, segments = parsed.GetRequiredValue(Segments);
        int seed = parsed.GetValue(Seed);
        var suite = new FloorSuite(parsed.GetValue(Data)!, TimeProvider.System) { Reading = source.Reading(parsed) };
        var clipping = parsed.GetValue(Clipping) == "corrected" ? BoxClipping.Corrected : BoxClipping.ReleasedCode;
        var runs = name switch
        {
            Everything => ConsoleProgress.Run(progress => suite.All(seed, progress, cancellation)),
            Uniform => suite.Temporal(segments),
            _ => suite.Spatial([name], segments, parsed.GetRequiredValue(Boxes), clipping, seed),
        };
        runs = [.. runs.Select(run => run with { Host = HostFacts.Read() })];
        if (parsed.GetValue(Save))
            Write(runs, name == Everything);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json))
            output.WriteLine(new JsonArray([.. runs.Select(run => JsonNode.Parse(run.ToJson()))]).ToJsonString(RunRecord.Format));
        else
            Print(output, runs);
        return Shell.Fine;
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
        AtomicFile.WriteText(Path.Combine(paths.Tables, TableName + ".md"), FloorsTable.Markdown(runs, papers));
        AtomicFile.WriteText(Path.Combine(paths.Tables, TableName + ".csv"), FloorsTable.Csv(runs, papers));
    }

    // One table for each kind of task and box file: a line for each number, a column for each predictor.
    private static void Print(TextWriter output, IReadOnlyList<RunRecord> runs)
    {
        var console = Terminal.For(output);
        foreach (var group in runs.GroupBy(run => (Boxes: (string?)run.Recipe["boxes"], Clipping: (string?)run.Recipe["clipping"], Segments: (string?)run.Recipe["segments"])))
        {
            string boxes = group.Key.Boxes is null ? "" : $", boxes {group.Key.Boxes} ({group.Key.Clipping} clipping)";
            var table = new Table { Title = new TableTitle(Markup.Escape($"{(string?)group.First().Recipe["data"]}, segments {group.Key.Segments}{boxes}")) }.AddColumn("");
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
