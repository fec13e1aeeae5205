using Workbench.Backbones;
using Workbench.Data.NarratedKitchen;

namespace Workbench.Experiments;

/// <summary>NarratedKitchen as the data of an experiment: drawn where it is missing, encoded where it is not yet, opened.</summary>
public static class EmbeddedBenchmark
{
    /// <param name="folder">Where the videos are or go. Profiles share it: the smaller one's videos are the first of the larger one's.</param>
    /// <param name="features">Where features are or go; a folder for each backbone is made in it.</param>
    /// <param name="options">How many videos, which seed.</param>
    /// <param name="backbone">Who encodes them; the result takes it over.</param>
    /// <param name="progress">Videos drawn, then encoded.</param>
    /// <param name="cancellation">Finished videos stay.</param>
    public static async Task<ExperimentInputs> PrepareAsync(
        string folder, string features, KitchenOptions options, IBackbone backbone, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        await KitchenGenerator.GenerateAsync(folder, options, progress, cancellation).ConfigureAwait(false);
        string name = $"NarratedKitchen seed {options.Seed}, {options.TrainVideos} + {options.TestVideos} videos";
        return DataFolder.Open(folder, features, name, backbone, progress: progress, cancellation: cancellation);
    }
}
