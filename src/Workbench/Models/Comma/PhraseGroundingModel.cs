using TorchSharp.Modules;
using Workbench.Torch;
using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: V images or clips, T captions, R regions, K words, D input width, d = Width.

/// <summary>
/// Contrastive phrase grounding (Gupta et al. 2020; factored_cap_info_nce_loss.py 20-81): keys and values of regions and words by four MLPs, a word attends to the regions
/// of every image, and its score with the image is the attended value with its own. The negative nouns that the authors sample from a language model are not part of it.
/// </summary>
public sealed class PhraseGroundingModel : nn.Module, IRegionWordModel
{
    public readonly Sequential ku;
    public readonly Sequential kw;
    public readonly Sequential fo;
    public readonly Sequential fw;

    public PhraseGroundingModel(long regionWidth, long wordWidth, long width = 384) : base("PhraseGroundingModel")
    {
        Width = width;
        ku = Mlp(regionWidth, width);
        kw = Mlp(wordWidth, width);
        fo = Mlp(regionWidth, width);
        fw = Mlp(wordWidth, width);
        RegisterComponents();
    }

    public long Width { get; }

    /// <inheritdoc/>
    public Tensor WordScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK)
    {
        Tensor weights_VTKR = Weights(Each(ku, regions_VRD).unsqueeze(1), Each(kw, words_TKD).unsqueeze(0));
        Tensor attended_VTKd = BatchedProduct.Apply(weights_VTKR, Each(fo, regions_VRD).unsqueeze(1));
        return (attended_VTKd * Each(fw, words_TKD).unsqueeze(0)).sum(-1);
    }

    /// <inheritdoc/>
    public Tensor SentenceScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK) => throw new NotSupportedException("Contrastive phrase grounding knows words only.");

    /// <inheritdoc/>
    public (Tensor Sentence_VT, Tensor Word_VTK) BothScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK) => throw new NotSupportedException("Contrastive phrase grounding knows words only.");

    /// <inheritdoc/>
    public AttentionPass Attend(Tensor regions_WRD, Tensor words_WKD, Tensor mask_WK, bool withRegions = false)
    {
        Tensor weights_WKR = Weights(Each(ku, regions_WRD), Each(kw, words_WKD)), values_WRd = Each(fo, regions_WRD);
        return new AttentionPass(values_WRd, BatchedProduct.Apply(weights_WKR, values_WRd), mask_WK, [new AttentionBlocks(null, null, weights_WKR, null)]) { GreatestOfWords = true };
    }

    private Tensor Weights(Tensor regions_Rd, Tensor words_Kd) => BatchedProduct.Apply(words_Kd / Math.Sqrt(Width), regions_Rd.transpose(-1, -2)).softmax(-1);

    /// <summary>The batch norm sees every token of the batch as one sample, padding included, as in the released code.</summary>
    private static Tensor Each(Sequential mlp, Tensor tokens)
    {
        long[] shape = tokens.shape;
        return mlp.forward(tokens.reshape(-1, shape[^1])).reshape([.. shape[..^1], -1]);
    }

    private static Sequential Mlp(long input, long width) =>
        nn.Sequential(("0", nn.Linear(input, input)), ("1", nn.BatchNorm1d(input)), ("2", nn.ReLU()), ("3", nn.Linear(input, width)));
}
