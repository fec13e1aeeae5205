using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbench.Training.Comma;

/// <summary>Everything that decides a training run of NAFAE (Shi et al. 2019; jshi31/NAFAE, train_model.sh and model.py).</summary>
public sealed record NafaeRecipe
{
    private static readonly JsonSerializerOptions s_format = new() { Converters = { new JsonStringEnumConverter() } };

    public string Name { get; init; } = "nafae";
    public long Seed { get; init; } = 1;

    /// <summary>Frames of a segment.</summary>
    public int Frames { get; init; } = 5;

    public int BatchSize { get; init; } = 8;
    public int Epochs { get; init; } = 10;

    /// <summary>Training stops after this many steps where it is positive.</summary>
    public int Steps { get; init; }

    public double LearningRate { get; init; } = 1e-3;
    public double Momentum { get; init; } = 0.9;
    public double WeightDecay { get; init; } = 1e-5;
    public double Margin { get; init; } = 10;
    public double Clustering { get; init; } = 4.13;
    public double Dropout { get; init; } = 0.1;
    public long Width { get; init; } = 512;

    /// <summary>Proposals' features are divided by it (VGG's fc7: 100).</summary>
    public double FeatureScale { get; init; } = 100;

    /// <summary>Gradients are clipped to this norm.</summary>
    public double Clip { get; init; } = 100;

    /// <summary>Entities of a sentence that count.</summary>
    public int Entities { get; init; } = 13;

    /// <summary>Every switch by name, in a fixed order.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_format);
}
