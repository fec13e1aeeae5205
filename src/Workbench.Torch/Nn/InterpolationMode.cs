namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <see cref="nn.functional.interpolate"/> fills new positions.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest input by floor(i * scale).</summary>
        Nearest = 0,

        /// <summary>Linear in one dimension (3-D input).</summary>
        Linear = 1,

        /// <summary>Linear in two dimensions (4-D input).</summary>
        Bilinear = 2,

        /// <summary>Cubic in two dimensions (4-D input).</summary>
        Bicubic = 3,

        /// <summary>Linear in three dimensions (5-D input).</summary>
        Trilinear = 4,

        /// <summary>Mean over the covered input area.</summary>
        Area = 5,

        /// <summary>The nearest input by pixel centres.</summary>
        NearestExact = 6,
    }
}
