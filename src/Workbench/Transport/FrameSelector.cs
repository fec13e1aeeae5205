using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Transport;

// Shapes: B clips, U candidate frames, T chosen frames, N regions a frame, K words, D width.

/// <summary>Chooses training frames (What-When-Where section 3.2; released code main_distributed.py 716-829). Pure indices: no gradient.</summary>
public sealed class FrameSelector(FrameSelection options)
{
    public FrameSelection Options { get; } = options;

    /// <summary>The indices of the chosen frames, int64 of shape (B, T), best first unless <see cref="FrameSelection.TimeSort"/>.</summary>
    /// <exception cref="ArgumentException">More frames are asked for than there are, or region features are missing.</exception>
    public Tensor Select(SelectionInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        long batch = input.Frames_BUD.size(0), candidates = input.Frames_BUD.size(1);
        int keep = Options.Frames;
        if (keep < 1 || keep > candidates)
            throw new ArgumentException($"Cannot choose {keep} of {candidates} candidate frames.", nameof(input));
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        Tensor chosen_BT;
        if (!Options.Enabled)
            chosen_BT = (arange(keep, ScalarType.Int64, input.Frames_BUD.device) * candidates).div(keep, RoundingMode.floor)
                .to(ScalarType.Int64).unsqueeze(0).expand(batch, keep).contiguous();
        else
            chosen_BT = Rank(input).narrow(1, 0, keep).contiguous();
        if (Options.TimeSort)
            chosen_BT = chosen_BT.sort(1).Item1;
        return chosen_BT.MoveToOuterDisposeScope();
    }

    /// <summary>Every candidate frame from best to worst, int64 of shape (B, U).</summary>
    private Tensor Rank(SelectionInput input)
    {
        (Tensor text_BKD, Tensor? mask_BK) = Options.Text == SelectionText.Global
            ? (input.Sentence_BD.unsqueeze(1), (Tensor?)null)
            : (input.Words_BKD, Options.PaddingWords ? null : AtLeastOneWord(input.Mask_BK));
        text_BKD = nn.functional.normalize(text_BKD, dim: -1);
        Tensor score_BU = Options.Video switch
        {
            SelectionVideo.Global => Score(input.Frames_BUD.unsqueeze(2), text_BKD, mask_BK),
            SelectionVideo.Local => Score(Regions(input), text_BKD, mask_BK),
            _ => Standardise(Score(input.Frames_BUD.unsqueeze(2), text_BKD, mask_BK)) + Standardise(Score(Regions(input), text_BKD, mask_BK)),
        };
        return score_BU.argsort(1, descending: true);
    }

    /// <summary>Frame scores, shape (B, U). The regions of a frame (one for the global features) compete as tokens and are summed.</summary>
    private Tensor Score(Tensor tokens_BUND, Tensor text_BKD, Tensor? mask_BK)
    {
        long batch = tokens_BUND.size(0), frames = tokens_BUND.size(1), regions = tokens_BUND.size(2);
        Tensor unit_BMD = nn.functional.normalize(tokens_BUND, dim: -1).reshape(batch, frames * regions, -1);
        Tensor similarity_BMK = matmul(unit_BMD, text_BKD.transpose(1, 2)) / Options.Temperature;
        Tensor weight_BK = mask_BK is null
            ? full_like(similarity_BMK.select(1, 0), 1.0 / similarity_BMK.size(2))
            : mask_BK.to(similarity_BMK.dtype) / mask_BK.sum(1, true, ScalarType.Float32).to(similarity_BMK.dtype);
        if (!Options.Sinkhorn)
            return PerFrame((similarity_BMK * weight_BK.unsqueeze(1)).sum(2), frames, regions);
        using TransportPlan plan = Transport.Sinkhorn.Solve(
            similarity_BMK, Options.Solver, weight_BK, wordsLast: Options.Score == SelectionScore.RowSumTransposed);
        Tensor weighted_BM = (plan.Plan_BUK * similarity_BMK).sum(2);
        return Options.Score switch
        {
            SelectionScore.RowSumTransposed => PerFrame(plan.Plan_BUK.sum(2), frames, regions),
            SelectionScore.WordArgmax => FirstByWord(plan.Plan_BUK.reshape(batch, frames, regions, -1).sum(2), mask_BK)
                + Rescale(PerFrame(weighted_BM, frames, regions)),
            _ => PerFrame(weighted_BM, frames, regions),
        };
    }

    /// <summary>Σ over the regions of each frame.</summary>
    private static Tensor PerFrame(Tensor score_BM, long frames, long regions) =>
        score_BM.reshape(score_BM.size(0), frames, regions).sum(2);

    /// <summary>K for the best frame of the first word, K - 1 for the second word's, …; 0 for frames no word names.</summary>
    private static Tensor FirstByWord(Tensor plan_BUK, Tensor? mask_BK)
    {
        long words = plan_BUK.size(2);
        Tensor best_BK = plan_BUK.argmax(1);
        Tensor rank_BK = arange(words, 0, -1, ScalarType.Float32, plan_BUK.device).unsqueeze(0).expand_as(best_BK);
        if (mask_BK is not null)
            rank_BK = rank_BK * mask_BK.to(ScalarType.Float32);
        Tensor named_BUK = nn.functional.one_hot(best_BK, plan_BUK.size(1)).transpose(1, 2).to(ScalarType.Float32) * rank_BK.unsqueeze(1);
        return named_BUK.amax(new long[] { 2 });
    }

    /// <summary>Brings scores into [0, 1): they order frames without changing a rank of 1 or more.</summary>
    private static Tensor Rescale(Tensor score_BU)
    {
        Tensor low_B1 = score_BU.amin(new long[] { 1 }, true), high_B1 = score_BU.amax(new long[] { 1 }, true);
        return (score_BU - low_B1) / (high_B1 - low_B1 + 1e-6) * 0.999;
    }

    /// <summary>Mean 0, deviation 1 for each clip, so that two scores of different scale weigh the same.</summary>
    private static Tensor Standardise(Tensor score_BU) =>
        (score_BU - score_BU.mean(new long[] { 1 }, true)) / (score_BU.std(1, false, true) + 1e-6);

    private static Tensor Regions(SelectionInput input) => input.Regions_BUND
        ?? throw new ArgumentException("Selection by local video features needs region features; none were given.", nameof(input));

    /// <summary>A sentence without a single word ("None") falls back to its first position.</summary>
    private static Tensor AtLeastOneWord(Tensor mask_BK)
    {
        Tensor mask = mask_BK.clone();
        Tensor empty_B = mask.any(1).logical_not();
        mask.select(1, 0).logical_or_(empty_B);
        return mask;
    }
}
