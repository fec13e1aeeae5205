using Workbench.Backbones;
using Workbench.Models;

namespace Workbench.Training;

/// <summary>
/// Training with sound (What-When-Where, appendix 9.3): the global and the local loss of video and text get two more pairs each, video and sound, sound and text.
/// </summary>
public sealed record AudioRecipe
{
    /// <summary>Who encoded the sound, name and version.</summary>
    public required string Encoder { get; init; }

    /// <summary>The model's part of it.</summary>
    public required AudioConfig Model { get; init; }

    /// <summary>
    /// On the features of an encoder, as the recipe's preset has it. Where the rest starts as the backbone and so at the rate of what is nearly done, what
    /// is drawn at random for the sound learns 30 times as fast.
    /// </summary>
    public static AudioRecipe Of(DavenetEncoder encoder, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(recipe);
        return new AudioRecipe
        {
            Encoder = encoder.Name,
            Model = AudioConfig.For(recipe.Fidelity) with { Width = encoder.Width },
            LearningRateFactor = recipe.Start == ModelStart.Backbone ? 30 : 1,
        };
    }

    /// <summary>The learning rate of what the model has for sound alone, as a multiple of the recipe's. The papers know one rate.</summary>
    public double LearningRateFactor { get; init; } = 1;

    /// <summary>Weight of the local loss of video and sound (released code: --VALoss, 1). The global pairs have none.</summary>
    public double VideoAudioWeight { get; init; } = 1;

    /// <summary>Weight of the local loss of sound and text (released code: --ATLoss, 1).</summary>
    public double AudioTextWeight { get; init; } = 1;
}
