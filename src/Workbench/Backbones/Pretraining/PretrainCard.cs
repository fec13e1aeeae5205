using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Data;

namespace Workbench.Backbones.Pretraining;

/// <summary>What is written beside pre-trained weights: how they were made, on what, how long it took, and what they score.</summary>
public sealed record PretrainCard
{
    private static readonly JsonSerializerOptions s_format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly JsonSerializerOptions s_oneLine = new(s_format) { WriteIndented = false };

    /// <summary>File name of the weights.</summary>
    public required string Weights { get; init; }

    /// <summary>The backbone's name, with the digits that feature stores check.</summary>
    public required string Backbone { get; init; }

    public required PretrainRecipe Recipe { get; init; }

    /// <summary>Numbers in all matrices and vectors.</summary>
    public required long Parameters { get; init; }

    /// <summary>Merges that the captions gave, at most the recipe's.</summary>
    public required int Merges { get; init; }

    /// <summary>Mean loss of the last 50 steps; ln(batch) is chance.</summary>
    public required double Loss { get; init; }

    /// <summary>Seconds of training, from all sittings.</summary>
    public required double Seconds { get; init; }

    public string? Commit { get; init; }

    public HostFacts? Host { get; init; }

    /// <summary>Threads of libtorch.</summary>
    public int Threads { get; init; }

    /// <summary>On held-out scenes.</summary>
    public required ClipScores Scores { get; init; }

    public void Write(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, s_format) + "\n");

    /// <summary>The recipe as one line of JSON, for the weights' metadata.</summary>
    internal static string OneLine(PretrainRecipe recipe) => JsonSerializer.Serialize(recipe, s_oneLine);
}
