using static TorchSharp.torch;

namespace Workbench.Losses;

/// <summary>LGI's first loss (Eq. 16): smooth L1 of the start plus that of the end, each the mean over the batch.</summary>
public static class LocationRegression
{
    /// <param name="location_B2">Predicted start and end relative to the video's length.</param>
    /// <param name="truth_B2">The annotated ones.</param>
    public static Tensor Loss(Tensor location_B2, Tensor truth_B2)
    {
        ArgumentNullException.ThrowIfNull(location_B2);
        ArgumentNullException.ThrowIfNull(truth_B2);
        if (location_B2.dim() != 2 || location_B2.size(1) != 2 || !location_B2.shape.SequenceEqual(truth_B2.shape))
            throw new ArgumentException($"Expected two tensors (B, 2), got ({string.Join(", ", location_B2.shape)}) and ({string.Join(", ", truth_B2.shape)}).", nameof(truth_B2));
        // The mean over 2B numbers, twice.
        return 2 * nn.functional.smooth_l1_loss(location_B2, truth_B2);
    }
}
