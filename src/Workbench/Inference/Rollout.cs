using TorchSharp;
using Workbench.Models;
using static TorchSharp.torch;

namespace Workbench.Inference;

// Shapes: W windows, R regions, K words.

/// <summary>From attention weights to heat (What-When-Where section 3.5; systems.md 1.11).</summary>
public static class Rollout
{
    /// <summary>Heat of every region, shape (W, R), not negative; each window sums to 1 with <see cref="RolloutForm.Product"/>.</summary>
    /// <exception cref="ArgumentException"><see cref="RolloutForm.Identity"/> without the region self-attention.</exception>
    public static Tensor Heat(RolloutFactors factors, RolloutForm form = RolloutForm.Product, RolloutAverage average = RolloutAverage.Regions)
    {
        ArgumentNullException.ThrowIfNull(factors);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        // Averaged over words, the last layer drops out: mean over words of Words·First. Padded words lose their rows and columns (926-931); the softmax has already emptied the columns.
        Tensor word_WK = factors.Mask_WK.to(factors.First_WKR.dtype);
        Tensor first_WKR = factors.First_WKR * word_WK.unsqueeze(2), words_WKK = factors.Words_WKK * word_WK.unsqueeze(2);
        Tensor mean_WK = word_WK / word_WK.sum(1, true);
        Tensor heat_WR = form == RolloutForm.Product
            ? Row(Row(average == RolloutAverage.Regions ? factors.Second_WRK.mean(new long[] { 1 }) : mean_WK, words_WKK), first_WKR)
            : Identity(factors, first_WKR, words_WKK, mean_WK, average);
        return heat_WR.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// One row of the joint rollout, pushed through the layers from the last to the first. A row (r, k) over regions and words goes
    /// through ½(A + I): regions receive ½r plus half of what arrives from the other side (cross layers) or their own (self layer).
    /// </summary>
    private static Tensor Identity(RolloutFactors factors, Tensor first_WKR, Tensor words_WKK, Tensor mean_WK, RolloutAverage average)
    {
        if (factors.Regions_WRR is null)
            throw new ArgumentException("Rollout with identity needs the self-attention of the regions; ask for it when attending.", nameof(factors));
        long regions = first_WKR.size(2);
        Tensor r_WR = zeros_like(first_WKR.select(1, 0)), k_WK = zeros_like(mean_WK);
        if (average == RolloutAverage.Regions)
            r_WR = r_WR + 1.0 / regions;
        else
            k_WK = mean_WK;
        (r_WR, k_WK) = ((r_WR + Row(k_WK, factors.SecondWords_WKR)) / 2, (k_WK + Row(r_WR, factors.Second_WRK)) / 2);
        (r_WR, k_WK) = ((r_WR + Row(r_WR, factors.Regions_WRR)) / 2, (k_WK + Row(k_WK, words_WKK)) / 2);
        return (r_WR + Row(k_WK, first_WKR)) / 2;
    }

    private static Tensor Row(Tensor row_WA, Tensor matrix_WAB) => matmul(row_WA.unsqueeze(1), matrix_WAB).squeeze(1);
}
