using Workbench.Models.Moments;
using Workbench.Training.Moments;

namespace Workbench.Experiments.Moments;

/// <summary>
/// What the embedded benchmark needs other than the published settings, which are for thousands of videos and hours on a GPU. Each difference is one line here and has its
/// reason; everything else is as released, or as Sscs prints it.
/// </summary>
public static class EmbeddedMoments
{
    /// <summary>
    /// Charades-STA's videos last half a minute, the kitchen's one to three: models are shown 40 s that hold the moment, so that 16 clips are as fine as there (2.5 s for actions
    /// of 4 to 20 s).
    /// </summary>
    public const int WindowSeconds = 40;

    private static readonly int[] s_dense16 = [16], s_scales32 = [16, 8];

    /// <summary>2D-TAN in the place of Charades-STA's 16×16.</summary>
    public static MomentRecipe TwoDTan(Profile profile, long seed)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Scaled(MomentRecipe.OfTwoDTan(TwoDTanConfig.Charades() with
        {
            VideoWidth = 0,
            WordWidth = 0,
            // Features come once a second: 256 clips out of 40 would only be copies.
            SampledClips = 64,
            Stride = 4,
            ScaleLayers = s_dense16,
            // 1/114 of the operations a convolution, and 4 of 3×3 instead of 8 of 5×5: at 512 a step of 32 sentences takes minutes on two cores.
            Width = 48,
            MapKernel = 3,
            MapLayers = 4,
            // "One three layer bidirectional LSTM", whose last hidden state is the sentence (Sscs section 3.2); 2D-TAN's own is unidirectional.
            Bidirectional = true,
            Sentence = SentenceVector.LastHidden,
            NmsThreshold = 0.5,
        }), profile, seed) with
        {
            WindowSeconds = WindowSeconds,
        };
    }

    /// <summary>LGI in the place of Charades-STA's.</summary>
    public static MomentRecipe Lgi(Profile profile, long seed)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Scaled(MomentRecipe.OfLgi(LgiConfig.Charades with
        {
            VideoWidth = 0,
            // As many as there are seconds.
            Segments = WindowSeconds,
            Width = 64,
            AttentionWidth = 32,
            WordWidth = 0,
            // "GloVe" (Sscs section 3.2): words are not learnt from scratch out of a few hundred sentences.
            StartFromWordVectors = true,
            // Half of everything dropped needs hundreds of epochs.
            Dropout = 0.2,
        }), profile, seed) with
        {
            WindowSeconds = WindowSeconds,
            TwoDTan = new TwoDTanConfig { NmsThreshold = 0.5 },
        };
    }

    /// <summary>2D-TAN in the place of TACoS' 128×128: whole videos, a sparse map, softer labels from an IoU of 0.3 on, λ of 0.001.</summary>
    public static MomentRecipe TacosTwoDTan(Profile profile, long seed)
    {
        MomentRecipe recipe = TwoDTan(profile, seed);
        return recipe with
        {
            Name = "2d-tan-tacos",
            WindowSeconds = 0,
            TwoDTan = recipe.TwoDTan with { SampledClips = 128, ScaleLayers = s_scales32, TargetMinimum = 0.3, TargetMaximum = 0.7 },
            Support = recipe.Support with { ContrastWeight = SupportSetConfig.Tacos.ContrastWeight, CaptionWeight = SupportSetConfig.Tacos.CaptionWeight },
            // A moment is to be found in three minutes instead of 40 s: at two thirds of the steps nothing was learnt.
            Steps = recipe.Steps * 2,
        };
    }

    /// <summary>2D-TAN in the place of ActivityNet's 64×64: whole videos, a sparse map by pooling.</summary>
    public static MomentRecipe ActivityNetTwoDTan(Profile profile, long seed)
    {
        MomentRecipe recipe = TacosTwoDTan(profile, seed);
        return recipe with { Name = "2d-tan-activitynet", TwoDTan = recipe.TwoDTan with { Pooling = ProposalPooling.Max, MapKernel = 5, MapLayers = 2, TargetMinimum = 0.5, TargetMaximum = 1 } };
    }

    /// <summary>LGI in the place of ActivityNet's: whole videos, five phrases, one block with one head, sigmoid.</summary>
    public static MomentRecipe ActivityNetLgi(Profile profile, long seed)
    {
        MomentRecipe recipe = Lgi(profile, seed);
        LgiConfig published = LgiConfig.ActivityNet;
        return recipe with
        {
            Name = "lgi-activitynet",
            WindowSeconds = 0,
            Lgi = recipe.Lgi with
            {
                // A segment is one to three seconds of 40 to 180.
                Segments = 64,
                Phrases = published.Phrases,
                GlobalBlocks = published.GlobalBlocks,
                GlobalHeads = published.GlobalHeads,
                Bound = published.Bound,
                PhraseOverlap = published.PhraseOverlap,
                MaximumWords = published.MaximumWords,
            },
            Support = recipe.Support with { ContrastWeight = SupportSetConfig.ActivityNet.ContrastWeight, CaptionWeight = SupportSetConfig.ActivityNet.CaptionWeight },
            // A moment is to be found in three minutes instead of 40 s: at two thirds of the steps nothing was learnt.
            Steps = recipe.Steps * 2,
        };
    }

    /// <summary>What both share. The branch's settings are kept beside; a catalogue turns it on.</summary>
    private static MomentRecipe Scaled(MomentRecipe recipe, Profile profile, long seed) => recipe with
    {
        Seed = seed,
        Steps = profile.Name == Profile.Smoke.Name ? 6 : 240 * profile.Steps / Profile.Quick.Steps,
        BatchSize = 16,
        // Ten times 2D-TAN's own: minutes instead of a hundred epochs.
        LearningRate = 1e-3,
        ClipNorm = 10,
        Support = SupportSetConfig.Charades with
        {
            // Sums over a batch of 256 are not sums over one of 16; the mean keeps λ's proportion to the base model's loss, itself a mean.
            Reduction = BatchReduction.Mean,
        },
    };
}
