using Workbench.Backbones;
using static TorchSharp.torch;

namespace Workbench.Training;

// Shapes: B clips, U candidate frames, N regions a frame, K words, A steps of sound, D feature width.

/// <summary>A batch of narrated clips as frozen features.</summary>
/// <param name="Frames_BUD">Global feature of each candidate frame.</param>
/// <param name="Regions_BUND">Region features of each candidate frame.</param>
/// <param name="Sentence_BD">Global feature of each narration.</param>
/// <param name="Words_BKD">Word features.</param>
/// <param name="Mask_BK">True where a position is a word.</param>
public sealed record TrainingBatch(Tensor Frames_BUD, Tensor Regions_BUND, Tensor Sentence_BD, Tensor Words_BKD, Tensor Mask_BK)
{
    /// <summary>Whose features these are; null where regions and words are in the space of global features already.</summary>
    public IBackbone? Backbone { get; init; }

    /// <summary>Features of the candidate frames' sound, one a second, (B, A, D); null where the recipe has none.</summary>
    public Tensor? Audio_BAD { get; init; }

    /// <summary>Frames chosen before, int64 (B, T); null: the objective chooses.</summary>
    public Tensor? Chosen_BT { get; init; }
}
