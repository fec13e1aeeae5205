using Workbench.Backbones;
using Workbench.Data.NarratedKitchen;

namespace Workbench.Experiments;

/// <summary>NarratedKitchen as the data of an experiment: drawn where it is missing, encoded where it is not yet, opened.</summary>
public static class EmbeddedBenchmark
{
    /// <summary>The folder of its videos and annotations in a copy of the workbench.</summary>
    public static string FolderOf(WorkbenchPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Path.Combine(paths.Generated, "narrated-kitchen");
    }

    /// <summary>Where its features are, a folder for each encoder.</summary>
    public static string FeaturesOf(WorkbenchPaths paths) => Path.Combine(FolderOf(paths), "features");

    /// <summary>The same with sound beside (<see cref="AudioFolder.AddAudio"/>).</summary>
    public static ExperimentInputs AddAudio(WorkbenchPaths paths, ExperimentInputs inputs, DavenetEncoder encoder, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default) =>
        AudioFolder.AddAudio(inputs, FeaturesOf(paths), encoder, progress, cancellation);

    /// <summary>As much of it as a profile asks for, in its folder.</summary>
    /// <param name="paths">Whose folder.</param>
    /// <param name="profile">How many videos.</param>
    /// <param name="backbone">Who encodes them, the result takes it over; null: the committed small CLIP.</param>
    /// <param name="progress">Videos drawn, then encoded.</param>
    /// <param name="cancellation">Finished videos stay.</param>
    public static Task<ExperimentInputs> OpenAsync(WorkbenchPaths paths, Profile profile, IBackbone? backbone = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var options = new KitchenOptions { TrainVideos = profile.TrainVideos, TestVideos = profile.TestVideos };
        return PrepareAsync(FolderOf(paths), FeaturesOf(paths), options, backbone ?? BackboneFile.Load(Path.Combine(paths.Weights, "clip-tiny.safetensors")), progress, cancellation);
    }

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
