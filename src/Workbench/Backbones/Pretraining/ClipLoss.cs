using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>CLIP's symmetric InfoNCE: each image has to find its caption among the batch's, each caption its image.</summary>
/// <remarks>
/// Shapes: B pairs, N cells, D width. Source: Radford et al. 2021, figure 3; deviation: captions of a small grammar repeat within a batch,
/// so pairs with equal captions share the target evenly instead of being each other's negatives.
/// </remarks>
internal static class ClipLoss
{
    /// <summary>Of the softmax that picks a caption's cells.</summary>
    private const double CellTemperature = 0.1;

    /// <param name="cosine_BB">Similarity of image i and caption j.</param>
    /// <param name="logitScale">Logarithm of the factor on the cosines.</param>
    /// <param name="captions">Equal strings share the target.</param>
    public static Tensor Compute(Tensor cosine_BB, Tensor logitScale, IReadOnlyList<string> captions)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits_BB = logitScale.exp() * cosine_BB;
        Tensor target_BB = Targets(captions).to(cosine_BB.device);
        Tensor toTexts = (target_BB * logits_BB.log_softmax(1)).sum(), toImages = (target_BB * logits_BB.log_softmax(0)).sum();
        return ((toTexts + toImages) * (-0.5 / captions.Count)).MoveToOuterDisposeScope();
    }

    /// <summary>Cosine of every image with every caption, (B, B).</summary>
    public static Tensor Cosines(Tensor images_BD, Tensor texts_BD)
    {
        using DisposeScope scope = NewDisposeScope();
        return nn.functional.normalize(images_BD, dim: 1).matmul(nn.functional.normalize(texts_BD, dim: 1).t()).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The same from the grid's cells: the mean of the cells' cosines with a caption, weighted towards those that fit it. With it the cells say
    /// what they show. CLIP trains the class token alone, and its cells then say what they do not show (Li et al. 2023, "CLIP Surgery").
    /// </summary>
    /// <remarks>In the manner of Yao et al. 2022 (FILIP), with a softmax in place of the maximum.</remarks>
    public static Tensor CellCosines(Tensor cells_BND, Tensor texts_BD)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor cosine_BNB = nn.functional.normalize(cells_BND, dim: -1).matmul(nn.functional.normalize(texts_BD, dim: 1).t());
        return ((cosine_BNB / CellTemperature).softmax(1) * cosine_BNB).sum(1).MoveToOuterDisposeScope();
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
