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

    /// <summary>On the features of an encoder, as a preset has it.</summary>
    public static AudioRecipe Of(DavenetEncoder encoder, Fidelity fidelity)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        return new AudioRecipe { Encoder = encoder.Name, Model = AudioConfig.For(fidelity) with { Width = encoder.Width } };
    }

    /// <summary>Weight of the local loss of video and sound (released code: --VALoss, 1). The global pairs have none.</summary>
    public double VideoAudioWeight { get; init; } = 1;

    /// <summary>Weight of the local loss of sound and text (released code: --ATLoss, 1).</summary>
    public double AudioTextWeight { get; init; } = 1;
}
