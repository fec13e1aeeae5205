using System.Text.Json.Nodes;
using Workbench.Models;
using Workbench.Training;

namespace Workbench.Experiments.Tables;

/// <summary>
/// The run times of What-When-Where appendix 9.1: a training step by how frames are selected, and by which losses are on. Rounds of a few steps of
/// each setting take turns, so that a machine that is busy for a while is so for all.
/// </summary>
public static class RunTime
{
    /// <summary>A setting: the printed row and the change of the whole method.</summary>
    public static IReadOnlyList<(string Row, Func<Recipe, Recipe> Change)> Settings { get; } =
    [
        // Evenly spaced instead of random: neither looks at a feature.
        ("Random select 8 frames", r => r with { Selection = r.Selection with { Enabled = false } }),
        ("Optimal transport based selection of 8 frames out of 64", r => r),
        ("Entire 64 frames", r => r with { Selection = r.Selection with { Enabled = false, Frames = r.CandidateFrames } }),
        ("Global loss only", r => r with { LocalLoss = false }),
        ("Local loss only", r => r with { GlobalLoss = false }),
        ("Both losses", r => r),
    ];

    /// <summary>The whole method's setting, by which the others are divided.</summary>
    public const string Whole = "Both losses";

    /// <summary>The metric of a run file that answers a setting.</summary>
    public static string Metric(string row) => $"{row}, median step ms";

    /// <summary>The metric of a setting's share: the median, over the rounds, of its time by that of <see cref="Whole"/> in the same round.</summary>
    public static string Share(string row) => $"{row}, % of the whole method";

    /// <param name="inputs">Features and narrations.</param>
    /// <param name="recipe">The whole method.</param>
    /// <param name="options">Where the run file goes.</param>
    /// <param name="rounds">Times each setting has its turn.</param>
    /// <param name="steps">Steps of a turn; the median of all counts.</param>
    /// <param name="progress">Told the turns.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    public static RunRecord Measure(
        ExperimentInputs inputs, Recipe recipe, RowRunnerOptions options, int rounds = 15, int steps = 8, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(options);
        var settings = new JsonObject { ["data"] = inputs.Name, ["backbone"] = inputs.Backbone.Name, ["recipe"] = JsonNode.Parse(RecipeJson.Write(recipe)), ["rounds"] = rounds, ["steps"] = steps };
        return new RunFiles(options).KeptOr("run-time", settings, [(int)recipe.Seed], () => (Times(inputs, recipe, rounds, steps, options.Time, progress, cancellation), new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["clips a batch"] = recipe.BatchSize,
            ["candidate frames"] = recipe.CandidateFrames,
            ["selected frames"] = recipe.Selection.Frames,
        }));
    }

    private static SortedDictionary<string, double> Times(ExperimentInputs inputs, Recipe recipe, int rounds, int steps, TimeProvider time, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        using var texts = new TextBank(inputs.Backbone);
        var medians = Settings.ToDictionary(s => s.Row, _ => new List<double>(), StringComparer.Ordinal);
        for (int round = -1; round < rounds; round++) // The first one only warms up.
        {
            // In another order each time: what runs after a long step would always find the same caches.
            (string Row, Func<Recipe, Recipe> Change)[] turns = [.. Settings];
            new Random(round + 1).Shuffle(turns);
            foreach ((string row, Func<Recipe, Recipe> change) in turns)
            {
                Recipe changed = change(recipe) with { Steps = steps, WarmupSteps = 0 };
                using GlobalLocalModel model = changed.NewModel(inputs.Backbone);
                TrainingResult result = new Trainer(changed, model, new NarratedClips(inputs.Training, inputs.Captions, changed), texts, new TrainerOptions { Time = time }).Run(null, cancellation);
                if (round >= 0)
                    medians[row].Add(result.MedianStepMilliseconds);
                progress?.Report(new ProgressReport("run time", ((round + 1) * Settings.Count) + Array.FindIndex(turns, s => s.Row == row) + 1, (rounds + 1) * Settings.Count, row));
            }
        }

        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach ((string row, List<double> times) in medians)
        {
            metrics[Metric(row)] = Median.Of(times);
            metrics[Share(row)] = Median.Of(times.Zip(medians[Whole], (step, whole) => 100 * step / whole));
        }

        return metrics;
    }
}
