using Workbench.Torch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Mean 0, variance 1 per channel: over the batch while training, by the running statistics in evaluation.
/// </summary>
public abstract class BatchNorm : NormBase
{
    /// <summary>A batch norm over this many channels.</summary>
    protected BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var updates = training && track_running_stats;
        if (updates)
            CountBatch();
        var share = momentum ?? (updates ? 1.0 / num_batches_tracked!.item<long>() : 0);
        var byBatch = training || running_mean is null;
        // In training without tracking the kept statistics are not touched, as in PyTorch.
        var withStatistics = !training || track_running_stats;
        return nn.functional.batch_norm(
            input, withStatistics ? running_mean : null, withStatistics ? running_var : null, weight, bias, byBatch,
            share, eps);
    }

    private void CountBatch()
    {
        using var _ = no_grad();
        InPlace.Add(num_batches_tracked!, 1);
    }
}
