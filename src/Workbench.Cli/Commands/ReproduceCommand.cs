using System.CommandLine;
using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Tables;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Report;
using Workbench.Torch;
using Workbench.Training;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench reproduce</c>: the main job. Makes or opens the data, trains and scores the rows of tables, prints them beside the published ones.</summary>
internal static class ReproduceCommand
{
    private const string Six = "6", Floors = "floors", RunTimes = "9.1", Published = TrainCommand.Published, Embedded = TrainCommand.Embedded;
    private static readonly Option<string> TableOption = new("--table") { Description = $"A table of What-When-Where: {string.Join(", ", PaperTables.Numbers)}; {RunTimes}: run times; {Floors}: what the embedded benchmark's floors and ceilings are. Default: 6.", DefaultValueFactory = _ => Six };
    private static readonly Option<bool> AllOption = new("--all") { Description = "Every table; what several need is run once." };
    private static readonly Option<bool> DisagreementsOption = new("--disagreements") { Description = "What each place is worth where paper and released code disagree: the paper's preset with one switch changed a row." };
    private static readonly ExperimentSource s_source = new();
    private static readonly Option<Fidelity> FidelityOption = new("--fidelity") { Description = "Whom to follow where paper and released code disagree.", DefaultValueFactory = _ => Fidelity.Paper };
    private static readonly Option<string> RecipeOption = new("--recipe") { Description = $"{Published}: the paper's sizes, rates and batches; {Embedded}: scaled to minutes on NarratedKitchen. Default: {Embedded}, with --data {Published}." };
    private static readonly Option<bool> JsonOption = new("--json") { Description = "Print the run files instead of the tables." };

    public static Command Create()
    {
        RecipeOption.AcceptOnlyFromAmong(Published, Embedded);
        TableOption.AcceptOnlyFromAmong([.. PaperTables.Numbers, RunTimes, Floors]);
        Command command = new("reproduce", "Reproduce tables of the paper: data, features, training, scores, tables.")
        {
            TableOption, AllOption, DisagreementsOption, FidelityOption, RecipeOption, JsonOption,
        };
        s_source.AddTo(command);
        command.Validators.Add(result =>
        {
            if ((result.GetResult(TableOption) is { Implicit: false } ? 1 : 0) + (result.GetValue(AllOption) ? 1 : 0) + (result.GetValue(DisagreementsOption) ? 1 : 0) > 1)
                result.AddError("--table, --all and --disagreements exclude each other.");
            if (result.GetValue(DisagreementsOption) && result.GetResult(FidelityOption) is { Implicit: false })
                result.AddError("--disagreements compares both presets; it takes no --fidelity.");
        });
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
            if (!parsed.GetValue(AllOption) && !parsed.GetValue(DisagreementsOption) && parsed.GetRequiredValue(TableOption) == Floors)
                return PrintFloors(output, paths, profile, inputs, s_source.Own(parsed)
                    ? throw new ArgumentException("--table floors is about the embedded benchmark; it takes no --data.")
                    : Path.Combine(paths.Generated, "narrated-kitchen", "truth.json"));
            Tables(parsed, output, paths, profile, inputs, progress, cancellation);
            return Shell.Fine;
        });
    }

    private static void Tables(ParseResult parsed, TextWriter output, WorkbenchPaths paths, Profile profile, ExperimentInputs inputs, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        bool own = s_source.Own(parsed), all = parsed.GetValue(AllOption), switches = parsed.GetValue(DisagreementsOption);
        Fidelity fidelity = parsed.GetValue(FidelityOption);
        string recipe = parsed.GetValue(RecipeOption) ?? (own ? Published : Embedded);
        string asked = all ? "--all" : switches ? "--disagreements" : $"--table {parsed.GetRequiredValue(TableOption)}";
        RowRunnerOptions options = ExperimentSource.RunnerOptions(
            paths, $"./workbench reproduce {asked} --profile {profile.Name}{(switches ? "" : $" --fidelity {fidelity}")}{(own ? $" --data DIR --recipe {recipe}" : "")}");
        MethodCatalogue Methods(Fidelity of) => new(
            TrainCommand.Choose(recipe, of, profile, profile.Seeds[0], own), recipe == Embedded ? EmbeddedRecipe.Ground(of) : GroundingOptions.For(of));
        IEnumerable<PaperTable> tables = switches ? [Disagreements.Table(Methods(Fidelity.Paper), Methods(Fidelity.ReleasedCode))]
            : (all ? PaperTables.Numbers : [parsed.GetRequiredValue(TableOption)]).Where(number => number != RunTimes).Select(number => PaperTables.Make(number, Methods(fidelity)));
        var session = new TableSession(backbone => backbone == MethodBackbone.Clip ? new RowRunner(inputs, options) : null, profile.Seeds);
        PublishedTables published = PublishedTables.Load(paths.Papers);
        var written = new JsonArray();
        foreach (PaperTable table in tables)
        {
            IReadOnlyDictionary<MethodRun, IReadOnlyList<RunRecord>> runs = session.Run(table, progress, cancellation);
            Show(PaperTableReport.Build(table, runs, published, Name(table.Number), inputs.Name), runs.Values.SelectMany(r => r));
        }

        if (all || parsed.GetRequiredValue(TableOption) == RunTimes)
        {
            RunRecord run = RunTime.Measure(inputs, Methods(fidelity).Recipe, options, progress: progress, cancellation: cancellation);
            Show(RunTimeReport.Build(run, published, Name(RunTimes), inputs.Name), [run]);
        }

        if (parsed.GetValue(JsonOption))
            output.WriteLine(written.ToJsonString(RunRecord.Format));

        string Name(string number) =>
            $"{(char.IsAsciiDigit(number[0]) ? "table" : "")}{number}-{(own ? $"{inputs.Name}-{recipe}" : profile.Name)}{(switches ? "" : $"-{fidelity.ToString().ToLowerInvariant()}")}";

        void Show(ComparisonTable table, IEnumerable<RunRecord> runs)
        {
            table.Write(paths.Tables);
            if (parsed.GetValue(JsonOption))
                foreach (RunRecord run in runs)
                    written.Add(JsonNode.Parse(run.ToJson()));
            else
                ConsoleTables.Write(Terminal.For(output), table);
        }
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
