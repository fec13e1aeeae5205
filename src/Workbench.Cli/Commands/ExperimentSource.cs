using System.CommandLine;
using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Experiments;

namespace Workbench.Cli.Commands;

/// <summary>The options by which a command is told its data and backbone, and opening them: the embedded benchmark, drawn and encoded where it is missing, or a folder of real data.</summary>
internal sealed class ExperimentSource
{
    private readonly Option<string> _profile = new("--profile") { Description = string.Join("; ", Experiments.Profile.All.Select(p => $"{p.Name}: {p.About}")) + ".", DefaultValueFactory = _ => Experiments.Profile.Quick.Name };
    private readonly Option<string?> _data;
    private readonly Option<bool> _skipBad = new("--skip-bad") { Description = "With --data: leave out what is wrong in the data, and say what it was, instead of stopping." };
    private readonly Option<string?> _audio = new("--audio-weights") { Description = "Weights of a DAVEnet. train: with sound beside frames and words; evaluate: sound helps to say when; reproduce: for Table 11, default the committed small ones." };
    private readonly BackboneOptions _backbone = new();
    private readonly Option<int?> _threads = new("--threads") { Description = "Threads of libtorch. Default: one a core." };

    /// <param name="data">A command's own --data; null adds one.</param>
    public ExperimentSource(Option<string?>? data = null)
    {
        _profile.AcceptOnlyFromAmong([.. Experiments.Profile.All.Select(p => p.Name)]);
        _data = data ?? new Option<string?>("--data") { Description = "A folder of real data, laid out as data/README.md says; without it the embedded benchmark is drawn." };
    }

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _profile, _data, _skipBad, _audio, _threads })
            if (!command.Options.Contains(option))
                command.Options.Add(option);
        _backbone.AddTo(command);
    }

    public Profile Profile(ParseResult parsed) => Experiments.Profile.Named(parsed.GetRequiredValue(_profile));

    /// <summary>True where the user's own data is named.</summary>
    public bool Own(ParseResult parsed) => parsed.GetValue(_data) is not null;

    /// <summary>The folder of the data: the user's own, or the embedded benchmark's.</summary>
    public string Root(ParseResult parsed, WorkbenchPaths paths) => parsed.GetValue(_data) ?? EmbeddedBenchmark.FolderOf(paths);

    /// <summary>Gives libtorch the threads that were asked for.</summary>
    public void SetThreads(ParseResult parsed) => torch.set_num_threads(Threads(parsed) ?? Environment.ProcessorCount);

    /// <summary>The threads that were asked for; null where none were named.</summary>
    public int? Threads(ParseResult parsed) => parsed.GetValue(_threads);

    /// <summary>Sets the threads, loads the backbone, opens the data; what was left out is told on standard error.</summary>
    public Task<ExperimentInputs> OpenAsync(ParseResult parsed, WorkbenchPaths paths, IProgress<ProgressReport> progress, CancellationToken cancellation) =>
        OpenAsync(parsed, paths, _backbone.Load(parsed, paths), progress, cancellation);

    /// <summary>The same data with a given backbone, which the result takes over.</summary>
    public async Task<ExperimentInputs> OpenAsync(ParseResult parsed, WorkbenchPaths paths, IBackbone backbone, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        SetThreads(parsed);
        ExperimentInputs inputs = parsed.GetValue(_data) is { } data
            ? DataFolder.Open(data, FeaturesOf(paths, data), NameOf(data), backbone, Reading(parsed), progress, cancellation)
            : await EmbeddedBenchmark.OpenAsync(paths, Profile(parsed), backbone, progress, cancellation).ConfigureAwait(false);
        foreach (string note in inputs.Notes)
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"note: {note}").ConfigureAwait(false);
        return inputs;
    }

    /// <summary>The file that --audio-weights names; null where it was not given.</summary>
    public string? AudioWeights(ParseResult parsed) => parsed.GetValue(_audio);

    /// <summary>The same data with its sound, encoded where it is missing.</summary>
    public ExperimentInputs AddAudio(ParseResult parsed, WorkbenchPaths paths, ExperimentInputs inputs, DavenetEncoder encoder, IProgress<ProgressReport> progress, CancellationToken cancellation) =>
        AudioFolder.AddAudio(inputs, parsed.GetValue(_data) is { } data ? FeaturesOf(paths, data) : EmbeddedBenchmark.FeaturesOf(paths), encoder, progress, cancellation);

    private static string FeaturesOf(WorkbenchPaths paths, string data) => Path.Combine(paths.Cache, "features", NameOf(data));

    /// <summary>How wrong entries of the user's own data are treated; each that is left out is told once, on standard error.</summary>
    public DataFolderOptions Reading(ParseResult parsed)
    {
        var told = new HashSet<DataProblem>();
        return new DataFolderOptions
        {
            PublishedSingleActions = true,
            SkipBad = parsed.GetValue(_skipBad),
            OnProblem = problem =>
            {
                if (told.Add(problem))
                    parsed.InvocationConfiguration.Error.WriteLine($"left out: {problem}");
            },
        };
    }

    /// <summary>How a folder of data is named in tables and run files.</summary>
    public static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
