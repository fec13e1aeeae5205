using static TorchSharp.torch;

namespace Workbench.Models;

// Shapes: V videos, T sentences, R regions, K words, D width, W windows.

/// <summary>
/// The local branch as written: every region and word vector of every pair is formed. Slow (R·R·D for each pair); the
/// reference that <see cref="FactorisedAttention"/> is tested against, gradients included.
/// </summary>
internal sealed class DirectAttention(CrossModalConfig config, SelfAttentionLayers layers, Func<bool> isTraining) : ICrossModalPath
{
    private AttentionScore Score => isTraining() ? config.TrainScore : config.EvalScore;

    public PooledPairs Pairs(Tensor video_VRD, Tensor words_TKD, Tensor mask_TK)
    {
        Steps pair = Run(video_VRD.unsqueeze(1), words_TKD.unsqueeze(0), mask_TK.unsqueeze(0));
        Tensor weight_TK = AttentionMath.WordMean(mask_TK, words_TKD.dtype);
        return new PooledPairs(pair.Video_RD.mean(new long[] { -2 }), (pair.Text_KD * weight_TK.unsqueeze(0).unsqueeze(-1)).sum(-2));
    }

    public RolloutFactors Factors(Tensor video_WRD, Tensor words_WKD, Tensor mask_WK, bool withRegionAttention)
    {
        Steps step = Run(video_WRD, words_WKD, mask_WK);
        return new RolloutFactors(step.FirstText_KR, step.WordAttention_KK, step.SecondVideo_RK, step.FirstVideo_RK,
            withRegionAttention ? step.RegionAttention_RR : null, step.SecondText_KR, mask_WK);
    }

    private sealed record Steps(Tensor Video_RD, Tensor Text_KD, Tensor FirstText_KR, Tensor FirstVideo_RK, Tensor WordAttention_KK,
        Tensor RegionAttention_RR, Tensor SecondText_KR, Tensor SecondVideo_RK);

    /// <summary>Leading axes broadcast: (V, 1) with (1, T) gives all pairs, (W) with (W) one sentence a window.</summary>
    private Steps Run(Tensor video_RD, Tensor words_KD, Tensor mask_K)
    {
        Tensor mask_1K = mask_K.unsqueeze(-2);
        (Tensor firstVideo_RK, Tensor firstText_KR) = Cross(video_RD, words_KD, mask_1K);
        Tensor video1_RD = matmul(firstVideo_RK, words_KD), text1_KD = matmul(firstText_KR, video_RD);

        (Tensor video2_RD, Tensor regions_RR) = layers.vis_attn_mat.forward(video1_RD, null);
        (Tensor text2_KD, Tensor wordAttention_KK) = layers.text_attn_mat.forward(text1_KD, mask_K);
        if (config.SelfAttentionResidual)
            (video2_RD, text2_KD) = (video2_RD + video1_RD, text2_KD + text1_KD);

        (Tensor secondVideo_RK, Tensor secondText_KR) = Cross(video2_RD, text2_KD, mask_1K);
        Tensor video3_RD = matmul(secondVideo_RK, text2_KD), text3_KD = matmul(secondText_KR, video2_RD);
        if (config.SecondCrossResidual && isTraining())
            (video3_RD, text3_KD) = (video3_RD + video2_RD, text3_KD + text2_KD);
        return new Steps(video3_RD, text3_KD, firstText_KR, firstVideo_RK, wordAttention_KK, regions_RR, secondText_KR, secondVideo_RK);
    }

    private (Tensor Video_RK, Tensor Text_KR) Cross(Tensor video_RD, Tensor text_KD, Tensor mask_1K)
    {
        (Tensor left, Tensor right) = AttentionMath.ForScore(video_RD, text_KD, Score, config.CosineTemperature);
        Tensor score_RK = matmul(left, right.transpose(-1, -2));
        return (AttentionMath.OverWords(score_RK, mask_1K), score_RK.transpose(-1, -2).softmax(-1));
    }
}
