using Workbench.Losses;
using Workbench.Models.Comma;
using static TorchSharp.torch;

namespace Workbench.Training.Comma;

// Shapes: B clips, R regions, K words, D feature width.

/// <summary>The loss of a batch of regions and words by a recipe (CoMMA, Eq. 5, Eq. 6 and section 4.2). Means over the batch, where the paper prints sums.</summary>
public static class CommaObjective
{
    /// <param name="recipe">Which loss.</param>
    /// <param name="model">Which model.</param>
    /// <param name="regions_BRD">Regions of each clip.</param>
    /// <param name="words_BKD">Words of each clip's sentence.</param>
    /// <param name="mask_BK">True where a position is a word.</param>
    public static Tensor Loss(CommaRecipe recipe, IRegionWordModel model, Tensor regions_BRD, Tensor words_BKD, Tensor mask_BK)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(words_BKD);
        ArgumentNullException.ThrowIfNull(mask_BK);
        // What lies behind the last word of all sentences is padding everywhere: no weight, but time.
        long words = Math.Max(1, (mask_BK.any(0).to(ScalarType.Int64) * arange(1, mask_BK.size(1) + 1, ScalarType.Int64, mask_BK.device)).max().item<long>());
        (words_BKD, mask_BK) = (words_BKD.narrow(1, 0, words), mask_BK.narrow(1, 0, words));
        switch (recipe.Loss)
        {
            case CommaLoss.Sentence:
                return Sentence(recipe, model.SentenceScores(regions_BRD, words_BKD, mask_BK));
            case CommaLoss.Word:
                return WordContrastive.Loss(model.WordScores(regions_BRD, words_BKD, mask_BK), mask_BK);
            default:
                (Tensor sentence_BB, Tensor word_BBK) = model.BothScores(regions_BRD, words_BKD, mask_BK);
                return WordContrastive.Loss(word_BBK, mask_BK) + Sentence(recipe, sentence_BB) * recipe.SentenceWeight;
        }
    }

    private static Tensor Sentence(CommaRecipe recipe, Tensor score_BB) =>
        recipe.SentenceForm == SentenceForm.Printed ? SentenceContrastive.Loss(score_BB) : JointNoiseContrastive.Loss(score_BB);
}
