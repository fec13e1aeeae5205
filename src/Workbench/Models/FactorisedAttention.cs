using Workbench.Torch;
using static TorchSharp.torch;

namespace Workbench.Models;

// Shapes: V videos, T sentences, R regions, K words, D width, W windows, J = 2K basis vectors of a sentence.

/// <summary>
/// The local branch by its structure, exactly. After the first cross-attention a region is A·S, a mixture of the K words of the
/// sentence, and the rows of A sum to 1. So the self-attention over regions is softmax(A·G·Aᵀ) with G = QKᵀ/√D of the K
/// <i>words</i>; its output is C·O with C = softmax(A·G·Aᵀ)·A and O the projected words; and everything after it lives in
/// coordinates X over a basis of at most 2K vectors of the sentence. Per pair R·R·K instead of R·R·D + R·D·D, and no R×R matrix is stored
/// (<see cref="FusedAttention"/>).
/// </summary>
internal sealed class FactorisedAttention(CrossModalConfig config, SelfAttentionLayers layers, Func<bool> isTraining) : ICrossModalPath
{
    private AttentionScore Score => isTraining() ? config.TrainScore : config.EvalScore;

    public PooledPairs Pairs(Tensor video_VRD, Tensor words_TKD, Tensor mask_TK)
    {
        Tensor weight_1TK = AttentionMath.WordMean(mask_TK, words_TKD.dtype).unsqueeze(0);
        if (config.Layers == AttentionLayers.SelfCross)
        {
            // The self-attention comes first: once a video and once a sentence instead of once a pair.
            (video_VRD, words_TKD, _, _) = Alone(video_VRD, words_TKD, mask_TK, false);
            Tensor pair_VTRK = AllScores(video_VRD, words_TKD);
            Tensor words_VTK = AttentionMath.OverWords(pair_VTRK, mask_TK.unsqueeze(0).unsqueeze(-2)).mean(new long[] { -2 });
            return new PooledPairs(Combine(words_VTK, words_TKD.unsqueeze(0)), Combine(Combine(weight_1TK, pair_VTRK.transpose(-1, -2).softmax(-1)), video_VRD.unsqueeze(1)));
        }

        Steps step = Run(AllScores(video_VRD, words_TKD), video_VRD.unsqueeze(1), words_TKD.unsqueeze(0), mask_TK.unsqueeze(0));
        if (config.Layers == AttentionLayers.CrossSelf)
            return new PooledPairs(Combine(step.Coordinates_RJ.mean(new long[] { -2 }), step.Basis_JD), Combine(weight_1TK, step.Text2_KD));
        bool residual = config.SecondCrossResidual && isTraining();
        Tensor video_VTD = Combine(step.SecondVideo_RK.mean(new long[] { -2 }), step.Text2_KD);
        if (residual)
            video_VTD = video_VTD + Combine(step.Coordinates_RJ.mean(new long[] { -2 }), step.Basis_JD);
        Tensor regionWeight_VTR = Combine(weight_1TK, step.SecondText_KR);
        Tensor text_VTD = Combine(Combine(regionWeight_VTR, step.Coordinates_RJ), step.Basis_JD);
        if (residual)
            text_VTD = text_VTD + Combine(weight_1TK, step.Text2_KD);
        return new PooledPairs(video_VTD, text_VTD);
    }

    public RolloutFactors Factors(Tensor video_WRD, Tensor words_WKD, Tensor mask_WK, bool withRegionAttention)
    {
        if (config.Layers == AttentionLayers.SelfCross)
        {
            (Tensor video_1, Tensor text_1, Tensor? regions_WRR, _) = Alone(video_WRD, words_WKD, mask_WK, true);
            Tensor score_WRK = Scores(video_1, text_1), text_WKR = score_WRK.transpose(-1, -2).softmax(-1);
            Tensor video_WRK = AttentionMath.OverWords(score_WRK, mask_WK.unsqueeze(-2));
            return new RolloutFactors(matmul(text_WKR, regions_WRR!), AttentionMath.Identity(text_WKR), AttentionMath.EvenOverWords(mask_WK, video_WRK), video_WRK,
                withRegionAttention ? regions_WRR : null, text_WKR, mask_WK);
        }

        Steps step = Run(Scores(video_WRD, words_WKD), video_WRD, words_WKD, mask_WK, withRegionAttention);
        return new RolloutFactors(step.FirstText_KR, step.WordAttention_KK, step.SecondVideo_RK, step.FirstVideo_RK,
            step.RegionAttention_RR, step.SecondText_KR, mask_WK);
    }

    private Tensor Scores(Tensor video_RD, Tensor words_KD)
    {
        (Tensor left, Tensor right) = AttentionMath.ForScore(video_RD, words_KD, Score, config.CosineTemperature);
        return matmul(left, right.transpose(-1, -2));
    }

    /// <summary>Scores of all pairs, (V, T, R, K), by one product: (V·R, D) by (D, T·K).</summary>
    private Tensor AllScores(Tensor video_VRD, Tensor words_TKD)
    {
        (Tensor left_VRD, Tensor right_TKD) = AttentionMath.ForScore(video_VRD, words_TKD, Score, config.CosineTemperature);
        long v = video_VRD.size(0), r = video_VRD.size(1), t = words_TKD.size(0), k = words_TKD.size(1);
        return matmul(left_VRD.reshape(v * r, -1), right_TKD.reshape(t * k, -1).t()).reshape(v, r, t, k).permute(0, 2, 1, 3).contiguous();
    }

    /// <summary>Both self-attentions on the inputs themselves; the regions' weights only where they are asked for.</summary>
    private (Tensor Video_RD, Tensor Text_KD, Tensor? Regions_RR, Tensor Words_KK) Alone(Tensor video_RD, Tensor words_KD, Tensor mask_K, bool withWeights)
    {
        SelfAttention attention = layers.vis_attn_mat;
        Tensor seen_RD;
        Tensor? regions_RR = null;
        if (withWeights)
        {
            (seen_RD, regions_RR) = attention.forward(video_RD, null);
        }
        else
        {
            (Tensor query_RD, Tensor key_RD, Tensor value_RD) = attention.Project(video_RD);
            seen_RD = attention.out_proj.forward(FusedAttention.Apply(query_RD / Math.Sqrt(attention.Width), key_RD, value_RD));
        }

        (Tensor heard_KD, Tensor words_KK) = layers.text_attn_mat.forward(words_KD, mask_K);
        return config.SelfAttentionResidual ? (seen_RD + video_RD, heard_KD + words_KD, regions_RR, words_KK) : (seen_RD, heard_KD, regions_RR, words_KK);
    }

    private sealed record Steps(Tensor Coordinates_RJ, Tensor Basis_JD, Tensor Text2_KD, Tensor FirstText_KR, Tensor FirstVideo_RK,
        Tensor WordAttention_KK, Tensor? RegionAttention_RR, Tensor SecondText_KR, Tensor SecondVideo_RK);

    private Steps Run(Tensor score_RK, Tensor video_RD, Tensor words_KD, Tensor mask_K, bool withRegionAttention = false)
    {
        Tensor mask_1K = mask_K.unsqueeze(-2);
        Tensor a_RK = AttentionMath.OverWords(score_RK, mask_1K);
        Tensor firstText_KR = score_RK.transpose(-1, -2).softmax(-1);

        Tensor text1_KD = BatchedProduct.Apply(firstText_KR, video_RD), text2_KD = text1_KD, x_RJ = a_RK, basis_JD = words_KD;
        Tensor wordAttention_KK = AttentionMath.Identity(text1_KD);
        Tensor? regions_RR = null;
        if (config.Layers != AttentionLayers.CrossCross)
        {
            (text2_KD, wordAttention_KK) = layers.text_attn_mat.forward(text1_KD, mask_K);
            if (config.SelfAttentionResidual)
                text2_KD = text2_KD + text1_KD;
            (x_RJ, basis_JD, regions_RR) = Self(a_RK, words_KD, withRegionAttention);
        }

        if (config.Layers == AttentionLayers.CrossSelf)
            return new Steps(x_RJ, basis_JD, text2_KD, firstText_KR, a_RK, wordAttention_KK, regions_RR, firstText_KR, AttentionMath.EvenOverWords(mask_K, a_RK));
        Tensor second_RK = SecondScore(x_RJ, basis_JD, text2_KD);
        return new Steps(x_RJ, basis_JD, text2_KD, firstText_KR, a_RK, wordAttention_KK, regions_RR,
            second_RK.transpose(-1, -2).softmax(-1), AttentionMath.OverWords(second_RK, mask_1K));
    }

    /// <summary>Self-attention over regions that are mixtures A·S of words: the result's coordinates and basis, and the weights where they are asked for.</summary>
    private (Tensor X_RJ, Tensor Basis_JD, Tensor? Regions_RR) Self(Tensor a_RK, Tensor words_KD, bool withWeights)
    {
        SelfAttention attention = layers.vis_attn_mat;
        (Tensor query_KD, Tensor key_KD, Tensor value_KD) = attention.Project(words_KD);
        Tensor g_KK = BatchedProduct.Apply(query_KD / Math.Sqrt(attention.Width), key_KD.transpose(-1, -2));
        Tensor query_RK = BatchedProduct.Apply(a_RK, g_KK);
        Tensor? regions_RR = withWeights ? matmul(query_RK, a_RK.transpose(-1, -2)).softmax(-1) : null;
        Tensor c_RK = regions_RR is null ? FusedAttention.Apply(query_RK, a_RK, a_RK) : matmul(regions_RR, a_RK);
        Tensor o_KD = attention.out_proj.forward(value_KD);
        return config.SelfAttentionResidual ? (cat([a_RK, c_RK], -1), cat([words_KD, o_KD], -2), regions_RR) : (c_RK, o_KD, regions_RR);
    }

    /// <summary>Scores of regions X·Basis with words, without forming the regions: X·(Basis·Textᵀ), R·J·K a pair.</summary>
    private Tensor SecondScore(Tensor x_RJ, Tensor basis_JD, Tensor text_KD)
    {
        if (Score != AttentionScore.Cosine)
        {
            double scale = Score == AttentionScore.ScaledDot ? 1 / Math.Sqrt(text_KD.size(-1)) : 1;
            return BatchedProduct.Apply(x_RJ, InBasis(text_KD * scale, basis_JD));
        }
        Tensor unit_KD = nn.functional.normalize(text_KD, dim: -1);
        Tensor gram_JJ = BatchedProduct.Apply(basis_JD, basis_JD.transpose(-1, -2));
        // ‖X·Basis‖² = diag(X·Gram·Xᵀ); clamped at the eps² of nn.functional.normalize, like the direct path.
        Tensor norm_R1 = (BatchedProduct.Apply(x_RJ, gram_JJ) * x_RJ).sum(-1, true).clamp_min(1e-24).sqrt();
        return BatchedProduct.Apply(x_RJ, InBasis(unit_KD / config.CosineTemperature, basis_JD)) / norm_R1;
    }

    /// <summary>Basis·Rowsᵀ, (…, J, K), with the basis on the side where it is shared by all videos.</summary>
    private static Tensor InBasis(Tensor rows_KD, Tensor basis_JD) => BatchedProduct.Apply(rows_KD, basis_JD.transpose(-1, -2)).transpose(-1, -2);

    /// <summary>Σ_n weight[…, n]·rows[…, n, :].</summary>
    private static Tensor Combine(Tensor weight_N, Tensor rows_ND) => BatchedProduct.Apply(weight_N.unsqueeze(-2), rows_ND).squeeze(-2);
}
