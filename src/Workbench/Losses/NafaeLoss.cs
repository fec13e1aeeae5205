using static TorchSharp.torch;

namespace Workbench.Losses;

// Shapes: B clips and their sentences, S frames, P proposals, E entities, D width.

/// <summary>
/// NAFAE's loss (Shi et al. 2019; model.py, class DVSA): ten times the ranking loss of frames and sentences, frames weighted by how well they match in their clip, plus the
/// weighted visual clustering of the best proposals of one entity over the frames.
/// </summary>
public static class NafaeLoss
{
    private const double Eps = 1e-5;

    /// <param name="proposals_BSPD">Embedded proposals.</param>
    /// <param name="entities_BED">Embedded entities.</param>
    /// <param name="mask_BE">True where an entity is there.</param>
    /// <param name="margin">Δ of the ranking loss; 10 in the published run.</param>
    /// <param name="clustering">Weight of the visual clustering loss; 4.13 in the published run.</param>
    /// <returns>The total, and its parts before weight and factor.</returns>
    public static (Tensor Total, Tensor Ranking, Tensor Clustering) Loss(Tensor proposals_BSPD, Tensor entities_BED, Tensor mask_BE, double margin = 10, double clustering = 4.13)
    {
        ArgumentNullException.ThrowIfNull(proposals_BSPD);
        ArgumentNullException.ThrowIfNull(entities_BED);
        ArgumentNullException.ThrowIfNull(mask_BE);
        Tensor score_BSPBE = einsum("aspd,bed->aspbe", proposals_BSPD, entities_BED).masked_fill(mask_BE.logical_not(), 0);
        Tensor ranking = Ranking(score_BSPBE, mask_BE, margin), cluster = Clustering(proposals_BSPD, score_BSPBE, mask_BE);
        return ((ranking + cluster * clustering) * 10, ranking, cluster);
    }

    /// <summary>Both directions of the margin, over all frames; a clip's own sentence stands among the others, where it adds the margin.</summary>
    private static Tensor Ranking(Tensor score_BSPBE, Tensor mask_BE, double margin)
    {
        Tensor best_BSBE = score_BSPBE.amax(new long[] { 2 });
        Tensor count_B = mask_BE.sum(1).clamp_min(1).to(best_BSBE.dtype);
        Tensor frame_BSB = (best_BSBE * Attention(best_BSBE)).sum(-1) / count_B;
        Tensor own_BS = frame_BSB.diagonal(0, 0, 2).t();
        Tensor columns_BS = nn.functional.relu(frame_BSB - own_BS.t().unsqueeze(0) + margin).mean(new long[] { 0 }).t();
        Tensor rows_BS = nn.functional.relu(frame_BSB - own_BS.unsqueeze(2) + margin).mean(new long[] { 2 });
        return (columns_BS + rows_BS).mean();
    }

    /// <summary>1 − the cosine of the best proposals of each two frames, both weighted by their frames' attention; mean over what is not 0.</summary>
    private static Tensor Clustering(Tensor proposals_BSPD, Tensor score_BSPBE, Tensor mask_BE)
    {
        Tensor own_BSPE = score_BSPBE.diagonal(0, 0, 3).permute(3, 0, 1, 2).detach();
        (Tensor best_BSE, Tensor at_BSE) = own_BSPE.max(2);
        long frames = proposals_BSPD.size(1), width = proposals_BSPD.size(3);
        Tensor chosen_BSED = proposals_BSPD.gather(2, at_BSE.unsqueeze(-1).expand(-1, -1, -1, width));
        chosen_BSED = chosen_BSED / (chosen_BSED.pow(2).sum(-1, true).clamp_min(1e-24).sqrt() + Eps) * Attention(best_BSE).unsqueeze(-1);
        Tensor rows_BESD = chosen_BSED.transpose(1, 2);
        Tensor other_SS = eye(frames, device: mask_BE.device).to(ScalarType.Bool).logical_not();
        Tensor apart_BESS = (1 - matmul(rows_BESD, rows_BESD.transpose(-1, -2))).masked_fill(mask_BE.unsqueeze(-1).unsqueeze(-1).logical_and(other_SS).logical_not(), 0);
        return apart_BESS.sum() / apart_BESS.ne(0).sum().clamp_min(1);
    }

    /// <summary>(x − min) / (max − min + ε) over a clip's frames.</summary>
    private static Tensor Attention(Tensor score_BS)
    {
        Tensor least = score_BS.amin(new long[] { 1 }, true);
        return (score_BS - least) / (score_BS.amax(new long[] { 1 }, true) - least + Eps);
    }
}
