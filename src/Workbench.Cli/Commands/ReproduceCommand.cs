using System.CommandLine;
using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Report;
using Workbench.Torch;
using Workbench.Training;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench reproduce</c>: the main job. Makes or opens the data, trains and scores the rows of a table, prints it beside the published one.</summary>
internal static class ReproduceCommand
{
    private const string Six = "6", Floors = "floors", Published = TrainCommand.Published, Embedded = TrainCommand.Embedded;
    private static readonly Option<string> TableOption = new("--table") { Description = "6: Table 6 of What-When-Where (loss ablation); floors: what the embedded benchmark's floors and ceilings are.", DefaultValueFactory = _ => Six };
    private static readonly ExperimentSource s_source = new();
    private static readonly Option<Fidelity> FidelityOption = new("--fidelity") { Description = "Whom to follow where paper and released code disagree.", DefaultValueFactory = _ => Fidelity.Paper };
    private static readonly Option<string> RecipeOption = new("--recipe") { Description = $"{Published}: the paper's sizes, rates and batches; {Embedded}: scaled to minutes on NarratedKitchen. Default: {Embedded}, with --data {Published}." };
    private static readonly Option<bool> JsonOption = new("--json") { Description = "Print the run files instead of the table." };

    public static Command Create()
    {
        RecipeOption.AcceptOnlyFromAmong(Published, Embedded);
        TableOption.AcceptOnlyFromAmong(Six, Floors);
        Command command = new("reproduce", "Reproduce a table of the paper: data, features, training, scores, table.")
        {
            TableOption, FidelityOption, RecipeOption, JsonOption,
        };
        s_source.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        WorkbenchPaths paths = WorkbenchPaths.Locate();
        Profile profile = s_source.Profile(parsed);
        return ConsoleProgress.RunAsync(async progress =>
        {
            using ExperimentInputs inputs = await s_source.OpenAsync(parsed, paths, progress, cancellation).ConfigureAwait(false);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetRequiredValue(TableOption) == Floors)
                return PrintFloors(output, paths, profile, inputs, s_source.Own(parsed)
                    ? throw new ArgumentException("--table floors is about the embedded benchmark; it takes no --data.")
                    : Path.Combine(paths.Generated, "narrated-kitchen", "truth.json"));
            return Table(parsed, output, paths, profile, parsed.GetValue(FidelityOption), inputs, progress, cancellation);
        });
    }

    private static int Table(ParseResult parsed, TextWriter output, WorkbenchPaths paths, Profile profile, Fidelity fidelity, ExperimentInputs inputs, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        bool own = s_source.Own(parsed);
        string recipe = parsed.GetValue(RecipeOption) ?? (own ? Published : Embedded);
        var runner = new RowRunner(inputs, ExperimentSource.RunnerOptions(
            paths, $"./workbench reproduce --table 6 --profile {profile.Name} --fidelity {fidelity}{(own ? $" --data DIR --recipe {recipe}" : "")}"));
        Recipe Train(long seed) => TrainCommand.Choose(recipe, fidelity, profile, seed, own);
        GroundingOptions ground = recipe == Embedded ? EmbeddedRecipe.Ground(fidelity) : GroundingOptions.For(fidelity);
        var runs = new List<(string Row, RunRecord Run)>
        {
            (Table6Report.Floor, runner.RunFloor("table6-floor")),
            (Table6Report.ZeroShot, runner.RunZeroShot("table6-zero-shot", ground, progress, cancellation)),
        };
        foreach (long seed in profile.Seeds)
            foreach (TableRow row in Table6.Rows(Train(seed), ground))
                runs.Add((row.Label, runner.Run(row, progress, cancellation)));
        string name = $"table6-{(own ? $"{inputs.Name}-{recipe}" : profile.Name)}-{fidelity.ToString().ToLowerInvariant()}";
        ComparisonTable table = Table6Report.Build(runs, PublishedTables.Load(paths.Papers), name, inputs.Name);
        table.Write(paths.Tables);
        if (parsed.GetValue(JsonOption))
            output.WriteLine(new JsonArray([.. runs.Select(r => JsonNode.Parse(r.Run.ToJson()))]).ToJsonString(RunRecord.Format));
        else
            ConsoleTables.Write(Terminal.For(output), table);
        return Shell.Fine;
    }

    private static int PrintFloors(TextWriter output, WorkbenchPaths paths, Profile profile, ExperimentInputs inputs, string truth)
    {
        FloorsAndCeilings floors = FloorsAndCeilings.Measure(inputs, Workbench.Data.NarratedKitchen.Annotation.KitchenTruth.Read(truth));
        new RunRecord
        {
            Name = "floors-narratedkitchen",
            Recipe = new JsonObject { ["data"] = inputs.Name, ["backbone"] = inputs.Backbone.Name },
            Command = $"./workbench reproduce --table floors --profile {profile.Name}",
            Metrics = floors.Metrics(),
            Host = HostFacts.Read(TorchRuntime.Describe().Version),
            Commit = SourceCommit.Of(paths.Root),
        }.Write(paths.Runs);
        string markdown = floors.ToMarkdown(inputs.Name);
        string table = Path.Combine(paths.Tables, $"floors-narratedkitchen-{profile.Name}");
        AtomicFile.WriteText(table + ".md", markdown);
        AtomicFile.WriteText(table + ".csv", "number,percent\n" + string.Concat(floors.Metrics().Select(m => $"\"{m.Key}\",{m.Value:0.####}\n")));
        output.WriteLine(markdown);
        return Shell.Fine;
    }
}
