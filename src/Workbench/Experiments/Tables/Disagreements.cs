using Workbench.Data;
using Workbench.Inference;
using Workbench.Losses;
using Workbench.Metrics;
using Workbench.Models;
using Workbench.Training;
using Workbench.Transport;
using static Workbench.Experiments.Tables.TableColumns;

namespace Workbench.Experiments.Tables;

/// <summary>
/// What each place is worth where paper and released code disagree: the paper's preset with one switch set as the code has it. The switches and
/// their sources are those of <see cref="Recipe"/>, <see cref="CrossModalConfig"/>, <see cref="FrameSelection"/> and <see cref="GroundingOptions"/>.
/// </summary>
public static class Disagreements
{
    /// <summary>A switch of training: its name, what paper and code say, and the change.</summary>
    public sealed record TrainingSwitch(string Name, string Label, Func<Recipe, Recipe> Released);

    /// <summary>A switch of asking or scoring; the trained model is the same.</summary>
    public sealed record AskingSwitch(string Name, string Label, Func<MethodRun, MethodRun> Released);

    public static IReadOnlyList<TrainingSwitch> OfTraining { get; } =
    [
        new("attention", "attention by dot products: over √d in training, plain when asked (paper: cosine)",
            r => r with { Attention = r.Attention with { TrainScore = AttentionScore.ScaledDot, EvalScore = AttentionScore.Dot } }),
        new("attention-scale", "attention by dot products over √d, also when asked (paper: cosine; neither has this, it takes the scale out of the row before)",
            r => r with { Attention = r.Attention with { TrainScore = AttentionScore.ScaledDot, EvalScore = AttentionScore.ScaledDot } }),
        new("self-residual", "self-attention adds its input (paper: no)", r => r with { Attention = r.Attention with { SelfAttentionResidual = true } }),
        new("cross-residual", "second cross-attention adds its input in training (paper: no)", r => r with { Attention = r.Attention with { SecondCrossResidual = true } }),
        new("loss", "one denominator for row and column, the positive twice (paper: Eq. 1, two terms)", r => r with { Loss = ContrastiveLoss.Joint }),
        new("margin", "margin 0.001 on the positive, --MMS_loss (paper: δ in every term, where it cancels)", r => r with { Loss = ContrastiveLoss.MaskedMargin }),
        new("chunks", "local negatives from a quarter of the batch, four such losses summed (paper: the batch)", r => r with { LocalChunks = 4, LocalWeight = 4 }),
        new("pooling", "global clip vector from all U frames (paper: from the T selected ones)", r => r with { Pooling = ClipPooling.MeanOfCandidates }),
        new("selection-features", "frames selected by raw features (paper: by projected ones)", r => r with { Selection = r.Selection with { Features = SelectionFeatures.Raw } }),
        new("selection-padding", "padding takes part as words in the selection (paper: words)", r => r with { Selection = r.Selection with { PaddingWords = true } }),
        new("selection-tokens", "words against frames only (paper: averaged with words against regions)", r => r with { Selection = r.Selection with { Video = SelectionVideo.Global } }),
        new("seek", "candidate frames from a random second of the caption on (paper: around it)", r => r with { Seek = SeekRule.Random }),
        new("optimiser", "AdamW with weight decay 0.01 (paper: Adam)", r => r with { Optimiser = Optimiser.AdamW, WeightDecay = 0.01 }),
    ];

    public static IReadOnlyList<AskingSwitch> OfAsking { get; } =
    [
        new("rollout-words", "rollout averaged over words (CoMMA's paper; code: over regions)", r => r with { Grounding = r.Grounding with { Average = RolloutAverage.Words } }),
        new("rollout-identity", "rollout with identity and re-normalisation, as cited (code: a plain product)", r => r with { Grounding = r.Grounding with { Rollout = RolloutForm.Identity } }),
        new("black-frames", "the last window filled with black frames (paper: silent; ours: shorter)", r => r with { Grounding = r.Grounding with { PartialWindow = PartialWindow.BlackFrames } }),
        new("mask-0.01", "mask at τ = 0.01 of the window's heat, as printed (here: 0.3 of a frame's range)", r => r with { Grounding = r.Grounding with { Mask = MaskRule.Absolute, MaskThreshold = 0.01 } }),
        new("mask-0.0001", "mask at 0.0001, the released default", r => r with { Grounding = r.Grounding with { Mask = MaskRule.Absolute, MaskThreshold = 0.0001 } }),
        new("last-second", "a segment's last second answered by a padding frame (here: by the last frame)", r => r with { HeatFrames = HeatFrameRule.ReleasedCode }),
        new("no-length-model", "alignment without a length model (MiningYouTube: Poisson)", r => r with { Temporal = new TemporalTaskOptions { Alignment = new AlignmentOptions { LengthModel = false } } }),
    ];

    /// <summary>The table: the paper's preset, each switch, and all of them: the code's preset.</summary>
    /// <param name="paper">Methods of the paper's preset.</param>
    /// <param name="released">Methods of the released code's preset.</param>
    public static PaperTable Table(MethodCatalogue paper, MethodCatalogue released)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(released);
        Column[] columns =
        [
            new("spatio-temporal, mAP@0.4", "", RunMetrics.VideoMap(0.4)), new("IoU+Point", "", RunMetrics.IouPoint), new("temporal, IoU", "", RunMetrics.TemporalIou),
            new("spatial, pointing", "", RunMetrics.Pointing), new("spatial, success@0.3", "", RunMetrics.SpatialSuccess),
        ];
        MethodRun ours = paper.Ours();
        return new PaperTable("disagreements", "whatwhenwhere-cvpr", null, "What each disagreement of paper and code is worth", Heads(columns),
        [
            Line("the paper's preset", ours, columns, published: false),
            .. OfTraining.Select(s => Line(s.Label, paper.Switched(s.Name, s.Released), columns, published: false)),
            .. OfAsking.Select(s => Line(s.Label, s.Released(ours) with { Name = $"ours-{s.Name}", Detailed = false }, columns, published: false)),
            Line("the released code's preset", released.Ours() with { Name = "released-code" }, columns, published: false),
        ],
        ["Each line is the first one with one switch as the released code has it, where the line does not say otherwise. Differences within the seeds' spread mean nothing; with one seed that spread is not known. The code also trains 15 epochs instead of 10; here the steps are given."]);
    }
}
