using TorchSharp;
using Workbench.Losses;
using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Training.Moments;

/// <summary>Eq. 1 of Sscs: the base model's own loss + λ1 · contrastive objective + λ2 · caption objective.</summary>
public sealed class MomentObjective(MomentRecipe recipe, MomentModel model, SupportSetBranch? branch)
{
    /// <summary>The loss of a batch and its parts.</summary>
    public MomentLoss Loss(MomentBatch batch, MomentTargets targets)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(targets);
        MomentOutput output = model.Ground(batch);
        Tensor own = output switch
        {
            ProposalOutput map => ScaledOverlap.Loss(map.Scores_BNN, map.Mask_NN, targets.Overlap_BNN!, recipe.TwoDTan.TargetMinimum, recipe.TwoDTan.TargetMaximum),
            RegressionOutput location => Regression(location, targets),
            _ => throw new InvalidOperationException($"{output.GetType().Name} has no loss."),
        };
        if (branch is null)
            return new MomentLoss(own, own, null, null);
        (Tensor? contrast, Tensor? caption) = Cross(branch.Supervise(output, targets.Inside_BT, batch.WordIds_BK, batch.WordMask_BK), branch.Config, output.ClipMask_BT, targets.Videos_B);
        Tensor total = own;
        if (contrast is not null)
            total = total + (contrast * recipe.Support.ContrastWeight);
        if (caption is not null)
            total = total + (caption * recipe.Support.CaptionWeight);
        return new MomentLoss(total, own, contrast, caption);
    }

    /// <summary>The objectives of the branch, not weighted.</summary>
    /// <param name="seen">What the branch made of a batch.</param>
    /// <param name="config">Its switches.</param>
    /// <param name="clipMask_BT">True where a clip is part of the video.</param>
    /// <param name="videos_B">A number for each video.</param>
    public static (Tensor? Contrast, Tensor? Caption) Cross(SupportSetOutput seen, SupportSetConfig config, Tensor clipMask_BT, Tensor videos_B)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(videos_B);
        Tensor same_BB = videos_B.unsqueeze(1).eq(videos_B.unsqueeze(0)), own_BB = eye(videos_B.size(0), device: videos_B.device).to(ScalarType.Bool);
        Tensor counted_BB = config.SameVideo == SameVideoPairs.LeftOut ? same_BB.logical_not().logical_or(own_BB) : ones_like(same_BB);
        Tensor? contrast = seen switch
        {
            { ClipScores_BBT: { } clips } => ClipContrast.Loss(clips, seen.Set_BT, counted_BB.unsqueeze(2).logical_and(clipMask_BT.unsqueeze(0)), config.Reduction),
            { Scores_BB: { } scores } => SupportSetContrast.Loss(scores, counted_BB, seen.Has_B, config.Reduction),
            _ => null,
        };
        Tensor? caption = seen.CaptionLogits_BLV is { } logits ? CaptionLikelihood.Loss(logits, seen.CaptionWords_BL!, seen.CaptionMask_BL!, seen.Has_B, config.Words) : null;
        return (contrast, caption);
    }

    private Tensor Regression(RegressionOutput output, MomentTargets targets)
    {
        Tensor loss = LocationRegression.Loss(output.Location_B2, targets.Bounds_B2);
        if (recipe.Lgi.GuidanceWeight > 0)
            loss = loss + (TemporalGuidance.Loss(output.Time_BT, targets.Inside_BT) * recipe.Lgi.GuidanceWeight);
        if (recipe.Lgi.DistinctWeight > 0 && output.Phrases_BPK is not null)
            loss = loss + (DistinctAttention.Loss(output.Phrases_BPK, recipe.Lgi.PhraseOverlap) * recipe.Lgi.DistinctWeight);
        return loss;
    }
}
