using static TorchSharp.torch;

namespace Workbench.Losses;

// Shapes: B sentences, N clips.

/// <summary>
/// 2D-TAN's loss (section 3.5; released code bce_rescale_loss): each moment's IoU with the truth becomes a soft label, 0 below one bound and 1 above another; binary
/// cross-entropy, mean over the map's moments.
/// </summary>
public static class ScaledOverlap
{
    /// <summary>PyTorch cuts logarithms off here; written out because the logits of cells that are no moment count as 0, not as a probability of one half.</summary>
    private const double LeastLog = -100;

    /// <param name="scores_BNN">Logits.</param>
    /// <param name="mask_NN">1 where a cell is a moment.</param>
    /// <param name="overlap_BNN">IoU of each cell with the truth.</param>
    /// <param name="minimum">IoU at which the label begins to rise.</param>
    /// <param name="maximum">IoU from which it is 1.</param>
    public static Tensor Loss(Tensor scores_BNN, Tensor mask_NN, Tensor overlap_BNN, double minimum, double maximum)
    {
        ArgumentNullException.ThrowIfNull(scores_BNN);
        ArgumentNullException.ThrowIfNull(mask_NN);
        ArgumentNullException.ThrowIfNull(overlap_BNN);
        if (!scores_BNN.shape.SequenceEqual(overlap_BNN.shape) || !mask_NN.shape.AsSpan().SequenceEqual(scores_BNN.shape.AsSpan(1)))
            throw new ArgumentException($"Expected scores and overlaps of one shape (B, N, N) and a mask (N, N), got ({Shape(scores_BNN)}), ({Shape(overlap_BNN)}), ({Shape(mask_NN)}).", nameof(overlap_BNN));
        Tensor label_BNN = ((overlap_BNN - minimum) / (maximum - minimum)).clamp(0, 1);
        Tensor positive = nn.functional.logsigmoid(scores_BNN).clamp_min(LeastLog), negative = nn.functional.logsigmoid(-scores_BNN).clamp_min(LeastLog);
        Tensor loss_BNN = -(label_BNN * positive + (1 - label_BNN) * negative) * mask_NN;
        return loss_BNN.sum() / (mask_NN.sum() * scores_BNN.size(0));
    }

    private static string Shape(Tensor tensor) => string.Join(", ", tensor.shape);
}
