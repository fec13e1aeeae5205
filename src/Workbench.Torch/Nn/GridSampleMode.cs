namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <see cref="nn.functional.grid_sample"/> reads between pixels.</summary>
    public enum GridSampleMode
    {
        /// <summary>The nearest pixel.</summary>
        Nearest = 0,

        /// <summary>Linear between the neighbours (bilinear, trilinear for 5-D).</summary>
        Bilinear = 1,
    }
}
