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

    /// <summary>
    /// The mean over the steps of sound v as heard with sentence t, (V, T, D): cross-attention to the words, self-attention, cross-attention to the words as
    /// video v has changed them by then. The order of layers is <see cref="AttentionLayers.CrossSelfCross"/>, the only one that the released code has sound for.
    /// </summary>
    public Tensor Listen(Tensor video_VRD, Tensor words_TKD, Tensor mask_TK, Tensor audio_VAD, SelfAttention audioAttention)
    {
        Tensor words_1TKD = words_TKD.unsqueeze(0), mask_1TK = mask_TK.unsqueeze(0), mask_1T1K = mask_1TK.unsqueeze(-2), video_V1RD = video_VRD.unsqueeze(1);
        Tensor text_1 = matmul(Cross(video_V1RD, words_1TKD, mask_1T1K).Text_KR, video_V1RD);
        (Tensor text_2, _) = layers.text_attn_mat.forward(text_1, mask_1TK);
        Tensor audio_1 = matmul(Cross(audio_VAD.unsqueeze(1), words_1TKD, mask_1T1K).Video_RK, words_1TKD);
        (Tensor audio_2, _) = audioAttention.forward(audio_1, null);
        if (config.SelfAttentionResidual)
            (text_2, audio_2) = (text_2 + text_1, audio_2 + audio_1);
        Tensor audio_3 = matmul(Cross(audio_2, text_2, mask_1T1K).Video_RK, text_2);
        if (config.SecondCrossResidual && isTraining())
            audio_3 += audio_2;
        return audio_3.mean(new long[] { -2 });
    }

    private sealed record Steps(Tensor Video_RD, Tensor Text_KD, Tensor FirstText_KR, Tensor FirstVideo_RK, Tensor WordAttention_KK,
        Tensor? RegionAttention_RR, Tensor SecondText_KR, Tensor SecondVideo_RK);

    /// <summary>Leading axes broadcast: (V, 1) with (1, T) gives all pairs, (W) with (W) one sentence a window.</summary>
    private Steps Run(Tensor video_RD, Tensor words_KD, Tensor mask_K)
    {
        Tensor mask_1K = mask_K.unsqueeze(-2);
        if (config.Layers == AttentionLayers.SelfCross)
            return RunSelfCross(video_RD, words_KD, mask_K, mask_1K);
        (Tensor firstVideo_RK, Tensor firstText_KR) = Cross(video_RD, words_KD, mask_1K);
        Tensor video_1 = matmul(firstVideo_RK, words_KD), text_1 = matmul(firstText_KR, video_RD), video_2 = video_1, text_2 = text_1;
        Tensor? regions_RR = null;
        Tensor wordAttention_KK = AttentionMath.Identity(text_1);
        if (config.Layers != AttentionLayers.CrossCross)
            (video_2, text_2, regions_RR, wordAttention_KK) = Self(video_1, text_1, mask_K);
        if (config.Layers == AttentionLayers.CrossSelf)
            return new Steps(video_2, text_2, firstText_KR, firstVideo_RK, wordAttention_KK, regions_RR, firstText_KR, AttentionMath.EvenOverWords(mask_K, firstVideo_RK));

        (Tensor secondVideo_RK, Tensor secondText_KR) = Cross(video_2, text_2, mask_1K);
        Tensor video_3 = matmul(secondVideo_RK, text_2), text_3 = matmul(secondText_KR, video_2);
        if (config.SecondCrossResidual && isTraining())
            (video_3, text_3) = (video_3 + video_2, text_3 + text_2);
        return new Steps(video_3, text_3, firstText_KR, firstVideo_RK, wordAttention_KK, regions_RR, secondText_KR, secondVideo_RK);
    }

    private Steps RunSelfCross(Tensor video_RD, Tensor words_KD, Tensor mask_K, Tensor mask_1K)
    {
        (Tensor video_1, Tensor text_1, Tensor regions_RR, Tensor wordAttention_KK) = Self(video_RD, words_KD, mask_K);
        (Tensor video_RK, Tensor text_KR) = Cross(video_1, text_1, mask_1K);
        Tensor first_KR = matmul(text_KR, regions_RR);
        return new Steps(matmul(video_RK, text_1), matmul(text_KR, video_1), first_KR, video_RK, AttentionMath.Identity(first_KR), regions_RR, text_KR,
            AttentionMath.EvenOverWords(mask_K, video_RK));
    }

    private (Tensor Video_RD, Tensor Text_KD, Tensor Regions_RR, Tensor Words_KK) Self(Tensor video_RD, Tensor text_KD, Tensor mask_K)
    {
        (Tensor seen_RD, Tensor regions_RR) = layers.vis_attn_mat.forward(video_RD, null);
        (Tensor heard_KD, Tensor words_KK) = layers.text_attn_mat.forward(text_KD, mask_K);
        return config.SelfAttentionResidual ? (seen_RD + video_RD, heard_KD + text_KD, regions_RR, words_KK) : (seen_RD, heard_KD, regions_RR, words_KK);
    }

    private (Tensor Video_RK, Tensor Text_KR) Cross(Tensor video_RD, Tensor text_KD, Tensor mask_1K) =>
        AttentionMath.Cross(video_RD, text_KD, mask_1K, Score, config.CosineTemperature);
}
