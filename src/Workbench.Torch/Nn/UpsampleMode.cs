namespace TorchSharp;

public static partial class torch
{
    /// <summary>The modes of <see cref="nn.Upsample"/>; see <see cref="InterpolationMode"/>.</summary>
    public enum UpsampleMode
    {
        /// <summary>Nearest input.</summary>
        Nearest = 0,

        /// <summary>Linear, 3-D input.</summary>
        Linear = 1,

        /// <summary>Bilinear, 4-D input.</summary>
        Bilinear = 2,

        /// <summary>Bicubic, 4-D input.</summary>
        Bicubic = 3,

        /// <summary>Trilinear, 5-D input.</summary>
        Trilinear = 4,
    }
}
