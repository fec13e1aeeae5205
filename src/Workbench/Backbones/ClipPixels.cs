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
}
