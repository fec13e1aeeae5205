using Workbench.Inference;
using Workbench.Models;
using Workbench.Training;
using Workbench.Transport;

namespace Workbench.Experiments;

/// <summary>
/// What the embedded benchmark needs other than the papers' settings, which are for a million videos and days on four GPUs. Each
/// difference is one line here and has its reason; everything else is the preset.
/// </summary>
public static class EmbeddedRecipe
{
    /// <summary>Threads of a row: at these sizes a second one gains little, and rows are trained side by side. A row's numbers are then the same on any number of cores.</summary>
    public const int Threads = 1;

    /// <summary>The preset, scaled to a profile.</summary>
    public static Recipe Train(Fidelity fidelity, Profile profile, long seed)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Recipe preset = Recipe.For(fidelity);
        return preset with
        {
            Seed = seed,
            // Minutes instead of days: few steps of small batches, at the paper's own learning rate, from what the backbone knows already. Random
            // projections would first have to find the space that the backbone has.
            Steps = profile.Steps,
            BatchSize = profile.BatchSize,
            Start = ModelStart.Backbone,
            WarmupSteps = profile.Steps / 10,
            // About a hundred videos: one caption of each would be three steps an epoch.
            EpochRule = EpochRule.EveryCaption,
            // Actions last 7 s and follow each other closely: 8 candidates about the caption, half of them kept.
            CandidateFrames = 8,
            Selection = preset.Selection with { Frames = 4 },
            // The printed cosines have no temperature: attention weights differ by e² at most, and in these few steps the local loss hardly moves. No effect on the
            // released code's dot products.
            Attention = preset.Attention with { CosineTemperature = 0.1 },
        };
    }

    /// <summary>
    /// The preset's inference. With the paper's preset masks are cut at three tenths between the frame's coldest and hottest cell: the printed
    /// τ = 0.01 cannot be reached with cosines (see <see cref="GroundingOptions.Mask"/>), and every mask would be empty. The 0.3 was chosen on the
    /// videos of seed 2, which no table uses.
    /// </summary>
    public static GroundingOptions Ground(Fidelity fidelity) => fidelity == Fidelity.Paper
        ? GroundingOptions.For(fidelity) with { Mask = MaskRule.OfRange, MaskThreshold = 0.3 }
        : GroundingOptions.For(fidelity);
}
