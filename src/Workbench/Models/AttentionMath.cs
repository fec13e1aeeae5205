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

    /// <summary>Softmax over words (last axis) with padding left out.</summary>
    public static Tensor OverWords(Tensor score_RK, Tensor mask_1K) =>
        score_RK.masked_fill(mask_1K.logical_not(), double.NegativeInfinity).softmax(-1);

    /// <summary>1/n at each of the n words, 0 elsewhere.</summary>
    public static Tensor WordMean(Tensor mask_TK, ScalarType type)
    {
        Tensor weight_TK = mask_TK.to(type);
        return weight_TK / weight_TK.sum(-1, true);
    }
}
