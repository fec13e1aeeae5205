using static TorchSharp.torch;

namespace Workbench.Models;

/// <summary>What both paths share.</summary>
internal static class AttentionMath
{
    /// <summary>Brings both sides to where a plain dot product is the score asked for; the values stay the raw vectors.</summary>
    public static (Tensor Left, Tensor Right) ForScore(Tensor left, Tensor right, AttentionScore score, double temperature) => score switch
    {
        AttentionScore.Cosine => (nn.functional.normalize(left, dim: -1) / temperature, nn.functional.normalize(right, dim: -1)),
        AttentionScore.ScaledDot => (left / Math.Sqrt(left.size(-1)), right),
        _ => (left, right),
    };

    /// <summary>Both sides of a cross-attention: each region over the words, padding left out, and each word over the regions.</summary>
    public static (Tensor Video_RK, Tensor Text_KR) Cross(Tensor video_RD, Tensor text_KD, Tensor mask_1K, AttentionScore score, double temperature)
    {
        (Tensor left, Tensor right) = ForScore(video_RD, text_KD, score, temperature);
        Tensor score_RK = matmul(left, right.transpose(-1, -2));
        return (OverWords(score_RK, mask_1K), score_RK.transpose(-1, -2).softmax(-1));
    }

    /// <summary>Softmax over words (last axis) with padding left out.</summary>
    public static Tensor OverWords(Tensor score_RK, Tensor mask_1K) =>
        score_RK.masked_fill(mask_1K.logical_not(), double.NegativeInfinity).softmax(-1);

    /// <summary>1/n at each of the n words, 0 elsewhere.</summary>
    public static Tensor WordMean(Tensor mask_TK, ScalarType type)
    {
        Tensor weight_TK = mask_TK.to(type);
        return weight_TK / weight_TK.sum(-1, true);
    }

    /// <summary>The identity for the words of each sentence, (…, K, K), in the place of a self-attention that is left out.</summary>
    public static Tensor Identity(Tensor text_KD)
    {
        long[] shape = text_KD.shape;
        return eye(shape[^2], device: text_KD.device).to(text_KD.dtype).expand([.. shape[..^2], shape[^2], shape[^2]]);
    }

    /// <summary>The same weight on every word for each region, in the place of a second cross-attention that is left out; shaped as <paramref name="like_RK"/>.</summary>
    public static Tensor EvenOverWords(Tensor mask_K, Tensor like_RK) => WordMean(mask_K, like_RK.dtype).unsqueeze(-2).expand_as(like_RK);
}
