using System.Text.Json;
using Workbench.Data;

namespace Workbench.Backbones.Pretraining;

/// <summary>What is written beside pre-trained weights: how they were made, on what, how long it took, and what they score.</summary>
public sealed record PretrainCard<TRecipe, TScores>
{
    /// <summary>File name of the weights.</summary>
    public required string Weights { get; init; }

    /// <summary>The backbone's name, with the digits that feature stores check.</summary>
    public required string Backbone { get; init; }

    public required TRecipe Recipe { get; init; }

    /// <summary>Numbers in all matrices and vectors.</summary>
    public required long Parameters { get; init; }

    /// <summary>Merges that the captions gave, at most the recipe's, for a CLIP.</summary>
    public int? Merges { get; init; }

    /// <summary>Words of the vocabulary.</summary>
    public int? Words { get; init; }

    /// <summary>Mean loss of the last 50 steps; ln(batch) is chance for a CLIP, ln(2·batch) for an S3D and a DAVEnet.</summary>
    public required double Loss { get; init; }

    /// <summary>Seconds of training, from all sittings.</summary>
    public required double Seconds { get; init; }

    public string? Commit { get; init; }

    public HostFacts? Host { get; init; }

    /// <summary>Threads of libtorch.</summary>
    public int Threads { get; init; }

    /// <summary>On held-out scenes.</summary>
    public required TScores Scores { get; init; }

    public void Write(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, CardFormat.Format) + "\n");
}
