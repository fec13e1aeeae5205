using static TorchSharp.torch;

namespace Workbench.Losses;

/// <summary>LGI's second loss (Eq. 17): temporal attention is to lie inside the moment; −Σ m log(o + 1e-8) / Σ m, mean over the batch.</summary>
public static class TemporalGuidance
{
    /// <param name="time_BT">Temporal attention.</param>
    /// <param name="inside_BT">1 where a segment lies in the moment; each row has one.</param>
    public static Tensor Loss(Tensor time_BT, Tensor inside_BT)
    {
        ArgumentNullException.ThrowIfNull(time_BT);
        ArgumentNullException.ThrowIfNull(inside_BT);
        if (!time_BT.shape.SequenceEqual(inside_BT.shape))
            throw new ArgumentException($"Expected two tensors (B, T), got ({string.Join(", ", time_BT.shape)}) and ({string.Join(", ", inside_BT.shape)}).", nameof(inside_BT));
        return (-(inside_BT * (time_BT + 1e-8).log()).sum(1) / inside_BT.sum(1)).mean();
    }
}
