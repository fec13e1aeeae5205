namespace Workbench.Models;

/// <summary>The part of <see cref="GlobalLocalModel"/> that takes sound (Table 11).</summary>
public sealed record AudioConfig
{
    /// <summary>Width of a step's feature (DAVEnet 1024); 0: the model takes no sound.</summary>
    public long Width { get; init; }

    public AudioForm Form { get; init; } = AudioForm.Pairs;

    /// <summary>Sound goes through the regions' self-attention. Released code: yes (267, by the look of it a slip); the paper names no layer of its own, and shares none.</summary>
    public bool SharedSelfAttention { get; init; }

    public static AudioConfig For(Fidelity fidelity) => fidelity == Fidelity.Paper ? new() : new() { Form = AudioForm.WordsOfVideo, SharedSelfAttention = true };
}
