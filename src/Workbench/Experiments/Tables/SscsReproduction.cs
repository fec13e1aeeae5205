using Workbench.Data;
using Workbench.Experiments.Moments;
using Workbench.Training.Moments;

namespace Workbench.Experiments.Tables;

/// <summary>
/// Everything that a table of Sscs needs, opened once: the embedded benchmark's moments, the backbone's features, the published numbers, and runs that tables share. The
/// commands and the notebooks use the same one.
/// </summary>
public sealed class SscsReproduction : IDisposable
{
    private readonly Dictionary<MethodRun, IReadOnlyList<RunRecord>> _done = [];
    private readonly IDisposable _owned;
    private readonly DataPart? _part;
    private readonly string _data;

    private SscsReproduction(WorkbenchPaths paths, Profile profile, ReproductionOptions options, IDisposable owned, MomentInputs moments, MomentRecipes recipes, DataPart? part = null)
    {
        (Paths, Profile, _owned, Inputs, _part, _data) = (paths, profile, owned, moments, part, (options.DataName ?? profile.Name) + profile.SeedsInNames);
        Runner = new MomentRunner(moments, options.Runner(paths));
        Methods = new SscsCatalogue(recipes);
        Published = PublishedTables.Load(paths.Papers);
    }

    public WorkbenchPaths Paths { get; }

    public Profile Profile { get; }

    public MomentInputs Inputs { get; }

    public MomentRunner Runner { get; }

    public SscsCatalogue Methods { get; }

    public PublishedTables Published { get; }

    /// <summary>The embedded benchmark, drawn and encoded where it is missing.</summary>
    /// <param name="profile">How much of it.</param>
    /// <param name="options">Where run files go.</param>
    /// <param name="progress">Videos drawn and encoded.</param>
    /// <param name="cancellation">Finished videos stay.</param>
    public static async Task<SscsReproduction> OpenAsync(Profile profile, ReproductionOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        WorkbenchPaths paths = WorkbenchPaths.Locate();
        return Of(await EmbeddedBenchmark.OpenAsync(paths, profile, progress: progress, cancellation: cancellation).ConfigureAwait(false), EmbeddedBenchmark.FolderOf(paths), profile, options);
    }

    /// <summary>The embedded benchmark that is open already; owned from now on.</summary>
    /// <param name="inputs">Its features.</param>
    /// <param name="folder">Where it lies.</param>
    /// <param name="profile">How much of it.</param>
    /// <param name="options">Where run files go.</param>
    /// <param name="words">Word vectors, as GloVe's; null: the backbone's own.</param>
    public static SscsReproduction Of(ExperimentInputs inputs, string folder, Profile profile, ReproductionOptions? options = null, WordVectors? words = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(profile);
        return new SscsReproduction(WorkbenchPaths.Locate(), profile, options ?? new ReproductionOptions(), inputs, MomentInputs.Of(inputs, folder, words), MomentRecipes.Embedded(profile, profile.Seeds[0]));
    }

    /// <summary>A public data set with imported features, in the authors' sizes, rates and epochs.</summary>
    /// <param name="part">Charades-STA, TACoS or ActivityNet-Captions.</param>
    /// <param name="folder">Its annotation files.</param>
    /// <param name="store">The features of both splits; owned from now on.</param>
    /// <param name="words">Word vectors of its sentences.</param>
    /// <param name="profile">Seeds.</param>
    /// <param name="options">Where run files go, and the name of the data.</param>
    /// <param name="recipes">What is trained; null: <see cref="MomentRecipes.Published"/>.</param>
    /// <exception cref="DataFormatException">The annotation files are missing or wrong.</exception>
    public static SscsReproduction Of(DataPart part, string folder, FeatureStore store, WordVectors words, Profile profile, ReproductionOptions? options = null, MomentRecipes? recipes = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(profile);
        return new SscsReproduction(WorkbenchPaths.Locate(), profile, options ?? new ReproductionOptions(), store, MomentInputs.Of(part, folder, store, words), recipes ?? MomentRecipes.Published(profile.Seeds[0]), part);
    }

    /// <summary>A table by its number: one of <see cref="SscsTables.Numbers"/>, on a public data set of <see cref="SscsTables.NumbersOf"/>.</summary>
    public PaperTable Table(string number) => SscsTables.Make(number, Methods, _part);

    /// <summary>The run files of a method, one a seed; runs it where that was not done yet.</summary>
    public IReadOnlyList<RunRecord> Run(MethodRun method, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (_done.TryGetValue(method, out IReadOnlyList<RunRecord>? runs))
            return runs;
        runs = method.Moments is { } recipe
            ? [.. Profile.Seeds.Select(seed => Runner.Run(method with { Moments = recipe with { Seed = seed } }, progress, cancellation))]
            : [Runner.Run(method, progress, cancellation)];
        return _done[method] = runs;
    }

    /// <summary>Runs all that a table needs and has not been run yet.</summary>
    public IReadOnlyDictionary<MethodRun, IReadOnlyList<RunRecord>> Run(PaperTable table, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Runs.ToDictionary(run => run, run => Run(run, progress, cancellation));
    }

    /// <summary>The trained model of a method's first seed; trains it where that was not done yet. Nothing is scored.</summary>
    /// <exception cref="ArgumentException">The method trains nothing.</exception>
    public TrainedMoments Load(MethodRun method, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        MomentRecipe recipe = method.Moments ?? throw new ArgumentException($"'{method.Name}' trains nothing.", nameof(method));
        return Runner.Load(recipe with { Seed = Profile.Seeds[0] }, progress, cancellation);
    }

    /// <summary>Name of a table's files.</summary>
    public string NameOf(string number) => $"sscs-table{number}-{_data}";

    /// <summary>Name of a figure's file.</summary>
    public string NameOfFigure(int number) => $"sscs-figure{number}-{_data}";

    public void Dispose() => _owned.Dispose();
}
