using Workbench.Data;
using Workbench.Experiments.Tables;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Training.Comma;

namespace Workbench.Experiments.Comma;

/// <summary>Everything that CoMMA's tables need, opened once: data, methods of a preset, published numbers, and runs that tables share.</summary>
public sealed class CommaReproduction : IDisposable
{
    private readonly Dictionary<string, IReadOnlyList<RunRecord>> _done = new(StringComparer.Ordinal);
    private readonly ReproductionOptions _options;
    private readonly CommaRunner _runner;

    /// <param name="inputs">Narrated videos and annotations; owned from now on.</param>
    /// <param name="profile">Seeds, and sizes for the embedded benchmark.</param>
    /// <param name="root">The folder of the data.</param>
    /// <param name="options">Preset, where run files go, name of the data; the recipe of <see cref="ReproductionOptions.Recipe"/> is not read.</param>
    /// <param name="published">The paper's own recipes instead of those scaled to the profile.</param>
    public CommaReproduction(ExperimentInputs inputs, Profile profile, string root, ReproductionOptions? options = null, bool published = false)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(profile);
        (Inputs, Profile, _options, Paths) = (inputs, profile, options ?? new ReproductionOptions(), WorkbenchPaths.Locate());
        CommaProfile sizes = CommaProfile.Of(profile);
        long seed = profile.Seeds[0];
        Fidelity fidelity = _options.Fidelity;
        Methods = published
            ? new CommaCatalogue(
                CommaRecipe.For(fidelity) with { Seed = seed },
                CommaRecipe.For(fidelity) with { Seed = seed, Layers = Models.Comma.CommaLayers.CrossCross, Loss = CommaLoss.WordAndSentence, Steps7x7 = 1, BatchSize = 50, LearningRate = 1e-5 },
                new NafaeRecipe { Seed = seed })
            : new CommaCatalogue(sizes.Clips(fidelity, seed), sizes.Phrases(fidelity, seed), sizes.Nafae(seed), CommaProfile.GentleRate);
        _runner = new CommaRunner(inputs, new CommaData(root, _options.DataName is null ? (sizes.TrainStills, sizes.TestStills) : null), _options.Runner(Paths));
        Published = PublishedTables.Load(Paths.Papers);
    }

    /// <summary>The embedded benchmark, drawn and encoded where it is missing.</summary>
    /// <param name="profile">How much of it.</param>
    /// <param name="options">Preset, and where run files go.</param>
    /// <param name="progress">Videos drawn and encoded.</param>
    /// <param name="cancellation">Finished videos stay.</param>
    public static async Task<CommaReproduction> OpenAsync(Profile profile, ReproductionOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        WorkbenchPaths paths = WorkbenchPaths.Locate();
        return new CommaReproduction(await EmbeddedBenchmark.OpenAsync(paths, profile, progress: progress, cancellation: cancellation).ConfigureAwait(false), profile, EmbeddedBenchmark.FolderOf(paths), options);
    }

    public WorkbenchPaths Paths { get; }
    public Profile Profile { get; }
    public ExperimentInputs Inputs { get; }
    public CommaCatalogue Methods { get; }
    public PublishedTables Published { get; }

    /// <summary>Name of a table's files.</summary>
    public string NameOf(string number) => $"comma-{(number.Length > 0 && char.IsAsciiDigit(number[0]) ? "table" : "")}{number}-{_options.DataName ?? Profile.Name}{Profile.SeedsInNames}-{_options.Fidelity.ToString().ToLowerInvariant()}";

    /// <summary>The run files of a method, one a seed.</summary>
    public IReadOnlyList<RunRecord> Run(CommaRun run, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (_done.TryGetValue(run.Name, out IReadOnlyList<RunRecord>? known))
            return known;
        return _done[run.Name] = run.Recipe is null && run.Nafae is null
            ? [_runner.Run(run, progress, cancellation)]
            : [.. Profile.Seeds.Select(seed => _runner.Run(run with { Recipe = run.Recipe is { } r ? r with { Seed = seed } : null, Nafae = run.Nafae is { } n ? n with { Seed = seed } : null }, progress, cancellation))];
    }

    /// <summary>Runs what a table needs and was not run yet; by the keys of its entries.</summary>
    public IReadOnlyDictionary<MethodRun, IReadOnlyList<RunRecord>> Run(CommaTable table, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Runs.Values.ToDictionary(CommaTables.Key, run => Run(run, progress, cancellation));
    }

    /// <summary>The trained model of a method's first seed, with its losses; trains it where that was not done yet. Nothing is scored. The caller disposes it.</summary>
    /// <exception cref="ArgumentException">The method trains nothing on narrated clips.</exception>
    public TrainedComma Load(CommaRun run, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run is { Kind: CommaKind.Trained, Recipe: { } recipe }
            ? _runner.Load(recipe with { Seed = Profile.Seeds[0] }, progress, cancellation)
            : throw new ArgumentException($"'{run.Name}' trains nothing on narrated clips.", nameof(run));
    }

    /// <summary>Heat of the trained method for a segment, one map an annotated second, for pictures.</summary>
    public IReadOnlyDictionary<int, HeatMap> Heat(CommaRun run, GroundingVideo video, ActionSegment action, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(action);
        using TrainedComma trained = Load(run, progress, cancellation);
        using VideoFeatures features = VideoFeatures.Read(Inputs.Testing, video.Id);
        int offset = Inputs.Spatial.SecondOfFirstFrame, first = Math.Max(0, (int)action.Segment.Start - offset), count = Math.Min((int)action.Segment.End + 1 - offset, features.Seconds) - first;
        using var scope = TorchSharp.torch.NewDisposeScope();
        return new RegionGrounder(trained.Model, Inputs.Backbone, run.Recipe!.Steps7x7).HeatMaps(features.Regions_FND.narrow(0, first, count), action.Label).Index().ToDictionary(m => m.Index + first + offset, m => m.Item);
    }

    public void Dispose()
    {
        _runner.Dispose();
        Inputs.Dispose();
    }
}
