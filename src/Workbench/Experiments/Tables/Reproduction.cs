using Workbench.Backbones;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Training;

namespace Workbench.Experiments.Tables;

/// <summary>
/// Everything that a table needs, opened once: the data, the backbones' features, the methods of a preset, the published numbers, and the session that
/// shares runs. The commands and the notebooks use the same one.
/// </summary>
public sealed class Reproduction : IDisposable
{
    private readonly Dictionary<MethodBackbone, ExperimentInputs> _inputs = [];
    private readonly ReproductionOptions _options;
    private readonly RowRunnerOptions _runner;
    private readonly Func<Fidelity, MethodCatalogue> _methods;
    private readonly TableSession _session;
    private readonly Lazy<DavenetEncoder?> _audio;

    private Reproduction(WorkbenchPaths paths, Profile profile, ReproductionOptions options, ExperimentInputs inputs)
    {
        (Paths, Profile, _options) = (paths, profile, options);
        Inputs = inputs;
        _inputs[inputs.Backbone is S3dBackbone ? MethodBackbone.S3d : MethodBackbone.Clip] = inputs;
        _runner = options.Runner(paths);
        _audio = new Lazy<DavenetEncoder?>(() => (options.AudioWeights ?? Path.Combine(paths.Weights, "davenet-tiny.safetensors")) is var weights && options.OpenAudio is not null && File.Exists(weights)
            ? DavenetEncoder.Load(weights) : null);
        _methods = fidelity =>
        {
            Recipe recipe = options.Recipe?.Invoke(fidelity, profile.Seeds[0]) ?? EmbeddedRecipe.Train(fidelity, profile, profile.Seeds[0]);
            GroundingOptions grounding = (options.Recipe is null ? null : options.Grounding?.Invoke(fidelity)) ?? EmbeddedRecipe.Ground(fidelity);
            return new MethodCatalogue(recipe, grounding, audio: _audio.Value is { } encoder ? AudioRecipe.Of(encoder, recipe) : null);
        };
        _session = new TableSession(backbone => InputsOf(backbone) is { } data ? new RowRunner(data, _runner) : null, profile.Seeds);
        Published = PublishedTables.Load(paths.Papers);
    }

    public WorkbenchPaths Paths { get; }

    public Profile Profile { get; }

    /// <summary>The data with the features it was opened with, CLIP's by default.</summary>
    public ExperimentInputs Inputs { get; }

    public PublishedTables Published { get; }

    /// <summary>A frame of an annotated video, in the size in which its boxes are given. Only for the embedded benchmark, whose videos are known.</summary>
    /// <exception cref="DataFormatException">The video is not there or ends before.</exception>
    public Frame Frame(GroundingVideo video, double second, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(video);
        var options = new FrameOptions { Start = second, Duration = 1, Width = video.Width, Height = video.Height };
        return FrameReader.Read(VideoPath(video.Id), options, cancellation).First();
    }

    /// <summary>The file of a video of the embedded benchmark, narrated or annotated.</summary>
    public string VideoPath(string video)
    {
        DataRoot root = DataRoot.Open(EmbeddedBenchmark.FolderOf(Paths));
        return root.FindVideo(DataPart.GroundingYouTube, video) ?? root.FindVideo(DataPart.HowTo100M, video)
            ?? throw new DataFormatException(root.Path, $"video '{video}'", "a file was expected in GroundingYouTube/videos or HowTo100M/videos");
    }

    /// <summary>The methods of the preset that was asked for.</summary>
    public MethodCatalogue Methods => _methods(_options.Fidelity);

    /// <summary>The embedded benchmark, drawn and encoded where it is missing.</summary>
    /// <param name="profile">How much of it.</param>
    /// <param name="options">Preset, weights, and where run files go.</param>
    /// <param name="progress">Videos drawn and encoded.</param>
    /// <param name="cancellation">Finished videos stay.</param>
    public static async Task<Reproduction> OpenAsync(Profile profile, ReproductionOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        WorkbenchPaths paths = WorkbenchPaths.Locate();
        IBackbone backbone = BackboneFile.Load(options?.Weights ?? Path.Combine(paths.Weights, "clip-tiny.safetensors"));
        Task<ExperimentInputs> Prepare(IBackbone encoder) => EmbeddedBenchmark.OpenAsync(paths, profile, encoder, progress, cancellation);
        options ??= new ReproductionOptions();
        return Of(await Prepare(backbone).ConfigureAwait(false), profile, options with
        {
            RowThreads = options.RowThreads ?? EmbeddedRecipe.Threads,
            Open = options.Open ?? (encoder => Prepare(encoder).GetAwaiter().GetResult()),
            OpenAudio = options.OpenAudio ?? ((inputs, encoder) => EmbeddedBenchmark.AddAudio(paths, inputs, encoder, progress, cancellation)),
        });
    }

    /// <summary>Data that is open already; owned from now on.</summary>
    public static Reproduction Of(ExperimentInputs inputs, Profile profile, ReproductionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(profile);
        return new Reproduction(WorkbenchPaths.Locate(), profile, options ?? new ReproductionOptions(), inputs);
    }

    /// <summary>A table by its number (<see cref="PaperTables.Numbers"/>), or "disagreements".</summary>
    public PaperTable Table(string number) => number == DisagreementsNumber
        ? Disagreements.Table(_methods(Fidelity.Paper), _methods(Fidelity.ReleasedCode))
        : PaperTables.Make(number, Methods);

    /// <summary>The number of <see cref="Disagreements"/>.</summary>
    public const string DisagreementsNumber = "disagreements";

    /// <summary>Runs what a table needs and was not run yet: each method's run files, one a seed.</summary>
    public IReadOnlyDictionary<MethodRun, IReadOnlyList<RunRecord>> Run(PaperTable table, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default) =>
        _session.Run(table, progress, cancellation);

    /// <summary>Runs one method, or gives what it gave before.</summary>
    public IReadOnlyList<RunRecord> Run(MethodRun method, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default) =>
        _session.Runs(method, progress, cancellation);

    /// <summary>What of these tables is still to be trained (<see cref="TableSession.ToTrain"/>).</summary>
    public IReadOnlyList<MethodRun> ToTrain(IEnumerable<string> numbers) => _session.ToTrain(RunsOf(numbers));

    /// <summary>Trains and scores of these tables what no other process is at (<see cref="TableSession.RunUnclaimed"/>).</summary>
    public void RunUnclaimed(IEnumerable<string> numbers, Action<MethodRun> finished, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default) =>
        _session.RunUnclaimed(RunsOf(numbers), finished, progress, cancellation);

    /// <summary>The trained model of a method's first seed; trains it where that was not done yet. Nothing is scored.</summary>
    /// <exception cref="ArgumentException">The method trains nothing, or its backbone's features are not to be had.</exception>
    public TrainedModel Load(MethodRun method, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (method.Recipe is not { } recipe || _session.RunnerOf(method.Backbone) is not { } runner)
            throw new ArgumentException($"'{method.Name}' trains nothing, or there are no features of {method.Backbone}.", nameof(method));
        if (recipe.BackboneLearningRate > 0)
            throw new ArgumentException($"'{method.Name}' trains its backbone too; its model answers only for features of {runner.BackboneOf(recipe with { Seed = Profile.Seeds[0] })}.", nameof(method));
        return TrainedModel.Load(runner.Train(recipe with { Seed = Profile.Seeds[0] }, progress, cancellation), runner.Backbone);
    }

    /// <summary>Measures the run times of appendix 9.1, with all threads that libtorch has.</summary>
    public RunRecord RunTimes(IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default) =>
        RunTime.Measure(Inputs, Methods.Recipe, _runner with { Threads = null }, progress: progress, cancellation: cancellation);

    /// <summary>Name of a table's files: number, data or profile, preset.</summary>
    public string NameOf(string number)
    {
        ArgumentException.ThrowIfNullOrEmpty(number);
        return $"{(char.IsAsciiDigit(number[0]) ? "table" : "")}{number}-{_options.DataName ?? Profile.Name}{Profile.SeedsInNames}{(number == DisagreementsNumber ? "" : $"-{_options.Fidelity.ToString().ToLowerInvariant()}")}";
    }

    public void Dispose()
    {
        foreach (ExperimentInputs inputs in _inputs.Values)
            inputs.Dispose();
        if (_audio.IsValueCreated)
            _audio.Value?.Dispose();
    }

    private IEnumerable<MethodRun> RunsOf(IEnumerable<string> numbers) => numbers.Where(n => n == DisagreementsNumber || PaperTables.Numbers.Contains(n)).SelectMany(n => Table(n).Runs);

    /// <summary>The same data with another backbone's features, encoded where they are missing; null where its weights are not there.</summary>
    private ExperimentInputs? InputsOf(MethodBackbone backbone)
    {
        if (_inputs.TryGetValue(backbone, out ExperimentInputs? inputs))
            return inputs;
        if (backbone == MethodBackbone.FinetunedClip)
            return InputsOf(MethodBackbone.Clip) is { Backbone: ITrainableBackbone, Files.Count: > 0 } clip ? clip : null;
        if (backbone == MethodBackbone.ClipAndAudio)
            return InputsOf(MethodBackbone.Clip) is { Files.Count: > 0 } silent && _audio.Value is { } encoder ? _inputs[backbone] = _options.OpenAudio!(silent, encoder) : null;
        string weights = _options.S3dWeights ?? Path.Combine(Paths.Weights, "s3d-tiny.safetensors");
        return backbone == MethodBackbone.S3d && _options.Open is { } open && File.Exists(weights)
            ? _inputs[backbone] = open(S3dBackbone.Load(weights))
            : null;
    }
}
