using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>CLIP's normalisation of pixels: less the mean, over the standard deviation, per channel.</summary>
/// <remarks>Source: openai/CLIP, clip.py preprocess.</remarks>
internal static class ClipPixels
{
    private static readonly float[] s_mean = [0.48145466f, 0.4578275f, 0.40821073f];
    private static readonly float[] s_deviation = [0.26862954f, 0.26130258f, 0.27577711f];

    /// <param name="pixels_B3HW">RGB in [0, 1].</param>
    public static Tensor Normalise(Tensor pixels_B3HW)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor mean_311 = tensor(s_mean, [3, 1, 1], device: pixels_B3HW.device), deviation_311 = tensor(s_deviation, [3, 1, 1], device: pixels_B3HW.device);
        return ((pixels_B3HW - mean_311) / deviation_311).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Builds the normalisation into a first layer without bias: from then on raw pixels in [0, 1] give exactly what normalised ones gave. The
    /// kernel takes the division, the cells' positional embeddings take the mean.
    /// </summary>
    /// <param name="kernel_W3PP">conv1's weight, changed in place.</param>
    /// <param name="positions_LW">Class token first; changed in place.</param>
    public static void FoldIntoPositions(Tensor kernel_W3PP, Tensor positions_LW)
    {
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        positions_LW.narrow(0, 1, positions_LW.shape[0] - 1).sub_(Fold(kernel_W3PP));
    }

    /// <summary>The same for a first layer with a bias, which takes the mean. The layer must not pad: what it pads with would mean another colour.</summary>
    /// <param name="kernel_W3PP">Changed in place.</param>
    /// <param name="bias_W">Changed in place.</param>
    public static void FoldIntoBias(Tensor kernel_W3PP, Tensor bias_W)
    {
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        bias_W.sub_(Fold(kernel_W3PP));
    }

    /// <summary>Divides the kernel by the deviation; returns what the mean adds to each of its outputs.</summary>
    private static Tensor Fold(Tensor kernel_W3PP)
    {
        Tensor mean_311 = tensor(s_mean, [3, 1, 1], device: kernel_W3PP.device), deviation_311 = tensor(s_deviation, [3, 1, 1], device: kernel_W3PP.device);
        kernel_W3PP.div_(deviation_311);
        return (kernel_W3PP * mean_311).sum([1, 2, 3]);
    }
}
