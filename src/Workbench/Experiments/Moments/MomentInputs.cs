using Workbench.Backbones;
using Workbench.Data;
using Workbench.Training.Moments;

namespace Workbench.Experiments.Moments;

/// <summary>What models of moments are trained and scored on. The stores belong to whoever opened them.</summary>
public sealed record MomentInputs
{
    /// <summary>What the data is, for the run file.</summary>
    public required string Name { get; init; }

    /// <summary>Whose features, for the run file and for checkpoints.</summary>
    public required string Features { get; init; }

    public required FeatureStore TrainingStore { get; init; }
    public required FeatureStore TestingStore { get; init; }
    public required IReadOnlyList<MomentQuery> Training { get; init; }
    public required IReadOnlyList<MomentQuery> Testing { get; init; }
    public required WordVectors Words { get; init; }

    /// <summary>Name of the features in the stores.</summary>
    public string Array { get; init; } = "global";

    /// <summary>NarratedKitchen's Charades-STA files, with the features and the word vectors of a backbone.</summary>
    /// <param name="inputs">The benchmark as it is open.</param>
    /// <param name="folder">Where it lies.</param>
    /// <param name="words">Word vectors, as GloVe's; null: the backbone's own.</param>
    /// <exception cref="DataFormatException">The annotation files are missing or wrong.</exception>
    public static MomentInputs Of(ExperimentInputs inputs, string folder, WordVectors? words = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        DataRoot root = DataRoot.Open(folder);
        IReadOnlyList<MomentQuery> training = root.ReadCharadesSta("train"), testing = root.ReadCharadesSta();
        return new MomentInputs
        {
            Name = inputs.Name,
            Features = inputs.Backbone.Name,
            TrainingStore = inputs.Training,
            TestingStore = inputs.Testing,
            Training = [.. training.Where(q => inputs.Training.Contains(q.Video))],
            Testing = [.. testing.Where(q => inputs.Testing.Contains(q.Video))],
            Words = words ?? BackboneWords.Of(inputs.Backbone, WordsOf(training.Concat(testing))),
        };
    }

    /// <summary>A public data set of moments, with imported features (<see cref="FeatureImport"/>) of both splits in one store, which the caller closes.</summary>
    /// <param name="part">Charades-STA, ActivityNet-Captions or TACoS.</param>
    /// <param name="folder">Its annotation files.</param>
    /// <param name="store">The features; sentences whose video they lack are left out.</param>
    /// <param name="words">Word vectors.</param>
    /// <param name="testSplit">The split that is scored: the published rows are on "test".</param>
    /// <exception cref="DataFormatException">The annotation files are missing or wrong.</exception>
    public static MomentInputs Of(DataPart part, string folder, FeatureStore store, WordVectors words, string testSplit = "test")
    {
        ArgumentNullException.ThrowIfNull(store);
        IReadOnlyList<MomentQuery> training = MomentFiles.Read(folder, part, "train"), testing = MomentFiles.Read(folder, part, testSplit);
        int missing = training.Concat(testing).Select(q => q.Video).Distinct(StringComparer.Ordinal).Count(v => !store.Contains(v));
        return new MomentInputs
        {
            // Runs on a part of the data are not taken for runs on all of it.
            Name = $"{part} {testSplit}{(missing > 0 ? $", less {missing} videos" : "")}",
            Features = store.Info.Backbone,
            TrainingStore = store,
            TestingStore = store,
            Training = [.. training.Where(q => store.Contains(q.Video))],
            Testing = [.. testing.Where(q => store.Contains(q.Video))],
            Words = words,
        };
    }

    /// <summary>Every word of the sentences, by either way to cut them.</summary>
    public static IReadOnlySet<string> WordsOf(IEnumerable<MomentQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        return queries.SelectMany(q => Enum.GetValues<WordSplit>().SelectMany(split => MomentVocabulary.Cut(q.Sentence, split))).ToHashSet(StringComparer.Ordinal);
    }
}
