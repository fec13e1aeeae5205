using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>MIL-NCE: a clip and its C candidate captions against every other pair of the batch.</summary>
/// <remarks>
/// Shapes: B clips, C captions a clip, J width. Source: Miech et al. 2020, equation 1; antoine77340/MIL-NCE_HowTo100M, loss.py 8-16: the
/// denominator holds the row and the column of a clip, its own candidates in both.
/// </remarks>
public static class MilNceLoss
{
    /// <param name="clips_BJ">Clips.</param>
    /// <param name="captions_BCJ">The captions of each.</param>
    /// <param name="left_BBC">True at [i, j, c]: caption c of clip j is no negative of clip i and is left out, for it says what one of its own says. Null: none (the authors).</param>
    public static Tensor Compute(Tensor clips_BJ, Tensor captions_BCJ, Tensor? left_BBC = null)
    {
        ArgumentNullException.ThrowIfNull(clips_BJ);
        ArgumentNullException.ThrowIfNull(captions_BCJ);
        if (clips_BJ.shape is not [var batch, var width] || captions_BCJ.shape is not [var of, var candidates, var other] || of != batch || other != width)
            throw new ArgumentException($"Expected clips [B, J] and captions [B, C, J], got [{string.Join(", ", clips_BJ.shape)}] and [{string.Join(", ", captions_BCJ.shape)}].");
        if (left_BBC is not null && !left_BBC.shape.SequenceEqual([batch, batch, candidates]))
            throw new ArgumentException($"Expected [{batch}, {batch}, {candidates}] captions to leave out, got [{string.Join(", ", left_BBC.shape)}].", nameof(left_BBC));
        using DisposeScope scope = NewDisposeScope();
        Tensor score_BBC = clips_BJ.matmul(captions_BCJ.reshape(batch * candidates, width).t()).view(batch, batch, candidates);
        if (left_BBC is not null)
            score_BBC = score_BBC.masked_fill(left_BBC, double.NegativeInfinity);
        Tensor own_BC = captions_BCJ.matmul(clips_BJ.unsqueeze(2)).squeeze(2);
        Tensor all_BM = cat([score_BBC.reshape(batch, -1), score_BBC.transpose(0, 1).reshape(batch, -1)], 1);
        return (all_BM.logsumexp(1) - own_BC.logsumexp(1)).mean().MoveToOuterDisposeScope();
    }
}
