using Workbench.Backbones;
using Workbench.Data;

namespace Workbench.Experiments;

/// <summary>What a table's rows are trained and scored on: frozen features, narrations, and the annotations of the three tasks.</summary>
public sealed record ExperimentInputs : IDisposable
{
    /// <summary>What the data is, for the run file: the embedded benchmark with its seed and size, or the folder's name.</summary>
    public required string Name { get; init; }

    public required IBackbone Backbone { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<Clip>> Captions { get; init; }
    public required FeatureStore Training { get; init; }
    public required FeatureStore Testing { get; init; }

    /// <summary>Sound of the narrated videos; null where there is none (<see cref="AudioFolder"/>).</summary>
    public FeatureStore? TrainingAudio { get; init; }

    /// <summary>Sound of the annotated videos.</summary>
    public FeatureStore? TestingAudio { get; init; }

    /// <summary>GroundingYouTube: actions with boxes in untrimmed videos.</summary>
    public required GroundingSet SpatioTemporal { get; init; }

    /// <summary>What the single-action clips of Table 7 are cut from; the actions of <see cref="SpatioTemporal"/> where no other set is given.</summary>
    public GroundingSet SingleActions { get => field ?? SpatioTemporal; init; }

    /// <summary>MiningYouTube: actions in order.</summary>
    public required GroundingSet Temporal { get; init; }

    /// <summary>YouCook2-Interactions: boxes in trimmed clips.</summary>
    public required GroundingSet Spatial { get; init; }

    /// <summary>Every annotated video that a task asks for, once. <see cref="Testing"/> may hold others, of a larger set.</summary>
    public IEnumerable<string> TestVideos => new[] { SpatioTemporal, SingleActions, Temporal, Spatial }.SelectMany(set => set.Videos).Select(video => video.Id).Distinct(StringComparer.Ordinal);

    /// <summary>The file of each video, narrated or annotated, for what needs pixels; empty where only features are at hand.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>What was left out, a sentence each; empty where all that is annotated is there.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public void Dispose()
    {
        Training.Dispose();
        Testing.Dispose();
        TrainingAudio?.Dispose();
        TestingAudio?.Dispose();
        Backbone.Dispose();
    }
}
