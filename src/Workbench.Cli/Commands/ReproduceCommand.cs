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
    private const string Six = "6", Floors = "floors", RunTimes = RunTimeReport.Number, Published = TrainCommand.Published, Embedded = TrainCommand.Embedded;
    private static readonly Option<string> TableOption = new("--table") { Description = $"A table of What-When-Where: {string.Join(", ", PaperTables.Numbers)}; {RunTimes}: run times; {Floors}: what the embedded benchmark's floors and ceilings are. Default: 6.", DefaultValueFactory = _ => Six };
    private static readonly Option<string> PaperOption = new("--paper") { Description = $"Whose tables: {Papers.Main}; {string.Join("; ", Papers.Others.Select(p => $"{p.Key}: {p.Value.Title}, tables {string.Join(", ", p.Value.Names)}; without --table {(p.Value.Printed is null ? "all of them" : "those that are printed")}"))}.", DefaultValueFactory = _ => Papers.Main };
    private static readonly Option<bool> AllOption = new("--all") { Description = "Every table; what several need is run once." };
    private static readonly Option<bool> DisagreementsOption = new("--disagreements") { Description = "What each place is worth where paper and released code disagree: the paper's preset with one switch changed a row." };
    private static readonly Option<bool> ReuseOption = new("--reuse") { Description = "Take run files of the same settings that results/runs has, whatever code wrote them, and run only what is missing." };
    private static readonly ExperimentSource s_source = new();
    private static readonly Option<Fidelity> FidelityOption = new("--fidelity") { Description = "Whom to follow where paper and released code disagree.", DefaultValueFactory = _ => Fidelity.Paper };
    private static readonly Option<string> RecipeOption = new("--recipe") { Description = $"{Published}: the paper's sizes, rates and batches; {Embedded}: scaled to minutes on NarratedKitchen. Default: {Embedded}, with --data {Published}." };
    private static readonly Option<int?> JobsOption = new("--jobs") { Description = "Rows trained side by side, each in a process of its own. Default: as many as cores and memory allow, with a thread each; one at a time, with all cores, for the recipe of the published sizes." };
    private static readonly Option<long[]> SeedsOption = new("--seeds") { Description = "Seeds of what is trained, for instance 1 2 3: tables then have mean ± standard deviation. Default: those of the profile.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> JsonOption = new("--json") { Description = "Print the run files instead of the tables." };

    /// <summary>Given by <see cref="RowWorkers"/> to the processes that it starts.</summary>
    public static Option<bool> WorkerOption { get; } = new("--worker") { Description = "Of a process started by --jobs: train rows and print no table.", Hidden = true };

    public static Command Create()
    {
        RecipeOption.AcceptOnlyFromAmong(Published, Embedded);
        PaperOption.AcceptOnlyFromAmong([Papers.Main, .. Papers.Others.Keys]);
        TableOption.AcceptOnlyFromAmong([.. PaperTables.Numbers.Concat(Papers.Others.Values.SelectMany(p => p.Names)).Append(RunTimes).Append(Floors).Distinct()]);
        Command command = new("reproduce", "Reproduce tables of the paper: data, features, training, scores, tables.")
        {
            PaperOption, SscsPaper.Words, SscsPaper.Features, TableOption, AllOption, DisagreementsOption, FidelityOption, RecipeOption, ReuseOption, SeedsOption, JobsOption, JsonOption, WorkerOption,
        };
        s_source.AddTo(command);
        command.Validators.Add(result =>
        {
            if ((result.GetResult(TableOption) is { Implicit: false } ? 1 : 0) + (result.GetValue(AllOption) ? 1 : 0) + (result.GetValue(DisagreementsOption) ? 1 : 0) > 1)
                result.AddError("--table, --all and --disagreements exclude each other.");
            string name = result.GetValue(PaperOption) ?? Papers.Main, number = result.GetValue(TableOption) ?? Six;
            PaperEntry? paper = Papers.Others.GetValueOrDefault(name);
            if (result.GetResult(TableOption) is { Implicit: false } && !(paper?.Names ?? [.. PaperTables.Numbers, RunTimes, Floors]).Contains(number))
                result.AddError($"--paper {name} has no table {number} here; there are {string.Join(", ", paper?.Names ?? [.. PaperTables.Numbers, RunTimes, Floors])}.");
            if ((result.GetValue(SscsPaper.Words) ?? result.GetValue(SscsPaper.Features)) is not null && name != "sscs")
                result.AddError("--words and --features are for --paper sscs.");
            if (result.GetValue(JobsOption) < 1)
                result.AddError("--jobs is at least 1.");
            if (paper is not null && result.GetValue(JobsOption) is not null)
                result.AddError($"--jobs is for the tables of {Papers.Main}.");
            if (paper is { OnOwnData: true } && result.GetValue(DisagreementsOption))
                result.AddError($"--disagreements are those of {Papers.Main}.");
            if (paper is { OnOwnData: false } && (result.GetValue(DisagreementsOption) || result.GetResult(FidelityOption) is { Implicit: false } || result.GetValue(RecipeOption) is not null))
                result.AddError($"--paper {name} takes neither --disagreements nor --fidelity nor --recipe.");
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
        if (parsed.GetValue(SeedsOption) is { Length: > 0 } seeds)
            profile = profile.With(seeds);
        bool worker = parsed.GetValue(WorkerOption);
        return worker ? ReproduceAsync(new SilentProgress()) : ConsoleProgress.RunAsync(ReproduceAsync);

        async Task<int> ReproduceAsync(IProgress<ProgressReport> progress)
        {
            PaperEntry? paper = Papers.Others.GetValueOrDefault(parsed.GetRequiredValue(PaperOption));
            if (paper is { OpenOwn: { } openOwn } && s_source.Own(parsed))
                return OwnPaper(parsed, paper, openOwn, paths, profile, progress, cancellation);
            ExperimentInputs inputs = await s_source.OpenAsync(parsed, paths, progress, cancellation).ConfigureAwait(false);
            if (paper is not null)
                return OtherPaper(parsed, paper, paths, profile, inputs, progress, cancellation);
            bool own = s_source.Own(parsed), all = parsed.GetValue(AllOption), switches = parsed.GetValue(DisagreementsOption);
            string recipe = parsed.GetValue(RecipeOption) ?? (own ? Published : Embedded), number = parsed.GetRequiredValue(TableOption);
            Fidelity fidelity = parsed.GetValue(FidelityOption);
            int? threads = s_source.Threads(parsed) ?? (recipe == Embedded ? EmbeddedRecipe.Threads : null);
            int jobs = parsed.GetValue(JobsOption) ?? (recipe == Embedded ? RowWorkers.Fitting(threads) : 1);
            string asked = all ? "--all" : switches ? "--disagreements" : $"--table {number}";
            using Reproduction reproduction = Reproduction.Of(inputs, profile, new ReproductionOptions
            {
                Fidelity = fidelity,
                Open = backbone => s_source.OpenAsync(parsed, paths, backbone, progress, cancellation).GetAwaiter().GetResult(),
                AudioWeights = s_source.AudioWeights(parsed),
                OpenAudio = (silent, encoder) => s_source.AddAudio(parsed, paths, silent, encoder, progress, cancellation),
                Reuse = parsed.GetValue(ReuseOption),
                RowThreads = threads ?? Math.Max(1, Environment.ProcessorCount / jobs),
                Command = $"./workbench reproduce {asked} --profile {profile.Name}{SeedsOf(parsed)}{(switches ? "" : $" --fidelity {fidelity}")}{(s_source.Threads(parsed) is { } asThreads ? $" --threads {asThreads}" : "")}{(own ? $" --data DIR --recipe {recipe}" : "")}",
                DataName = own ? $"{inputs.Name}-{recipe}" : null,
                Recipe = (of, seed) => TrainCommand.Choose(recipe, of, profile, seed, own),
                Grounding = recipe == Embedded ? null : GroundingOptions.For,
            });
            if (!all && !switches && number == Floors)
                return PrintFloors(parsed.InvocationConfiguration.Output, paths, profile, inputs, own
                    ? throw new ArgumentException("--table floors is about the embedded benchmark; it takes no --data.")
                    : Path.Combine(EmbeddedBenchmark.FolderOf(paths), "truth.json"));
            string[] numbers = all ? [.. PaperTables.Numbers, RunTimes] : [switches ? Reproduction.DisagreementsNumber : number];
            if (worker)
            {
                RowWorkers.Work(reproduction, numbers, Console.Out, cancellation);
                return Shell.Fine;
            }

            if (jobs > 1)
                await RowWorkers.RunAsync(parsed, reproduction.ToTrain(numbers).Count, jobs, progress, cancellation).ConfigureAwait(false);
            Tables(parsed, reproduction.Paths, table => reproduction.Compare(table, progress, cancellation), numbers);
            return Shell.Fine;
        }
    }

    private static string SeedsOf(ParseResult parsed) => parsed.GetValue(SeedsOption) is { Length: > 0 } seeds ? $" --seeds {string.Join(' ', seeds)}" : "";

    /// <summary>The tables of another paper.</summary>
    private static int OtherPaper(ParseResult parsed, PaperEntry paper, WorkbenchPaths paths, Profile profile, ExperimentInputs inputs, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        string name = parsed.GetRequiredValue(PaperOption);
        bool own = s_source.Own(parsed);
        string? asked = parsed.GetResult(TableOption) is { Implicit: false } ? parsed.GetRequiredValue(TableOption) : null;
        string recipe = parsed.GetValue(RecipeOption) ?? (own ? Published : Embedded);
        Fidelity fidelity = parsed.GetValue(FidelityOption);
        string[] numbers = parsed.GetValue(AllOption) ? [.. paper.Numbers] : [.. paper.Tables(asked)];
        var options = new ReproductionOptions
        {
            Fidelity = fidelity,
            Reuse = parsed.GetValue(ReuseOption),
            Command = $"./workbench reproduce --paper {name}{(asked is null ? "" : $" --table {asked}")} --profile {profile.Name}{SeedsOf(parsed)}{(paper.OnOwnData ? $" --fidelity {fidelity}" : "")}{(own ? $" --data DIR --recipe {recipe}" : "")}",
            DataName = own ? $"{inputs.Name}-{recipe}" : null,
        };
        OpenPaper tables = paper.Open(new PaperSource(inputs, s_source.Root(parsed, paths), profile, options, parsed) { Published = recipe == Published });
        using IDisposable owner = tables.Owner;
        Tables(parsed, paths, number => tables.Compare(number, progress, cancellation), numbers);
        return Shell.Fine;
    }

    /// <summary>The tables of a paper on the user's own data, which is laid out in the paper's own way.</summary>
    private static int OwnPaper(ParseResult parsed, PaperEntry paper, Func<OwnPaperSource, OpenPaper> open, WorkbenchPaths paths, Profile profile, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        string name = parsed.GetRequiredValue(PaperOption), folder = s_source.Root(parsed, paths);
        s_source.SetThreads(parsed);
        string? asked = parsed.GetResult(TableOption) is { Implicit: false } ? parsed.GetRequiredValue(TableOption) : null;
        var options = new ReproductionOptions
        {
            Reuse = parsed.GetValue(ReuseOption),
            Command = $"./workbench reproduce --paper {name}{(asked is null ? "" : $" --table {asked}")} --profile {profile.Name}{SeedsOf(parsed)} --data DIR --features STORE --words FILE",
            DataName = ExperimentSource.NameOf(folder),
        };
        OpenPaper tables = open(new OwnPaperSource(folder, profile, options, parsed));
        using IDisposable owner = tables.Owner;
        string[] numbers = asked is null ? [.. tables.Numbers ?? paper.Numbers] : [.. paper.Tables(asked)];
        if (tables.Numbers is { } there && numbers.Except(there).FirstOrDefault() is { } missing)
            throw new ArgumentException($"{folder} is not the data of Table {missing}; of this data there are {string.Join(", ", there)}.");
        Tables(parsed, paths, number => tables.Compare(number, progress, cancellation), numbers);
        return Shell.Fine;
    }

    private static void Tables(ParseResult parsed, WorkbenchPaths paths, Func<string, (ComparisonTable Table, IReadOnlyList<RunRecord> Runs)> compare, string[] numbers)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        var written = new JsonArray();
        foreach (string number in numbers)
        {
            (ComparisonTable table, IReadOnlyList<RunRecord> runs) = compare(number);
            table.Write(paths.Tables);
            if (parsed.GetValue(JsonOption))
                foreach (RunRecord run in runs)
                    written.Add(JsonNode.Parse(run.ToJson()));
            else
                ConsoleTables.Write(Terminal.For(output), table);
        }

        if (parsed.GetValue(JsonOption))
            output.WriteLine(written.ToJsonString(RunRecord.Format));
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
