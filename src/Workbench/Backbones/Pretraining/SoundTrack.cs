using Workbench.Data.NarratedKitchen;

namespace Workbench.Backbones.Pretraining;

/// <summary>A track's log-mel spectrogram, bands one after the other, and what is heard in it.</summary>
/// <param name="LogMel_MF">M·F values.</param>
/// <param name="Frames">F.</param>
/// <param name="Sentences">What is said.</param>
/// <param name="Sounding">For each second the action that is heard, or null.</param>
internal sealed record SoundTrack(float[] LogMel_MF, int Frames, IReadOnlyList<HeardSentence> Sentences, IReadOnlyList<string?> Sounding);
