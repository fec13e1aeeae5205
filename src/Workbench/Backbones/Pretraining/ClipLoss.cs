using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>CLIP's symmetric InfoNCE: each image has to find its caption among the batch's, each caption its image.</summary>
/// <remarks>
/// Shapes: B pairs, D width. Source: Radford et al. 2021, figure 3; deviation: captions of a small grammar repeat within a batch, so pairs
/// with equal captions share the target evenly instead of being each other's negatives.
/// </remarks>
internal static class ClipLoss
{
    /// <param name="images_BD">Image features, any length.</param>
    /// <param name="texts_BD">Text features, any length.</param>
    /// <param name="logitScale">Logarithm of the factor on the cosines.</param>
    /// <param name="captions">Equal strings share the target.</param>
    public static Tensor Compute(Tensor images_BD, Tensor texts_BD, Tensor logitScale, IReadOnlyList<string> captions)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor images = nn.functional.normalize(images_BD, dim: 1), texts = nn.functional.normalize(texts_BD, dim: 1);
        Tensor logits_BB = logitScale.exp() * images.matmul(texts.t());
        Tensor target_BB = Targets(captions).to(images_BD.device);
        Tensor toTexts = (target_BB * logits_BB.log_softmax(1)).sum(), toImages = (target_BB * logits_BB.log_softmax(0)).sum();
        return ((toTexts + toImages) * (-0.5 / captions.Count)).MoveToOuterDisposeScope();
    }

    /// <summary>Row i: 1/n on the n pairs whose caption is that of i; symmetric, rows and columns sum to 1.</summary>
    internal static Tensor Targets(IReadOnlyList<string> captions)
    {
        int count = captions.Count;
        var target = new float[count * count];
        foreach (IGrouping<string, int> same in Enumerable.Range(0, count).GroupBy(i => captions[i], StringComparer.Ordinal))
        {
            int[] members = [.. same];
            foreach (int i in members)
                foreach (int j in members)
                    target[i * count + j] = 1f / members.Length;
        }

        return tensor(target, [count, count]);
    }
}
