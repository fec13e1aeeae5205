namespace TorchSharp;

public static partial class torch
{
    /// <summary>What <see cref="nn.functional.grid_sample"/> reads outside the input.</summary>
    public enum GridSamplePaddingMode
    {
        /// <summary>Zero.</summary>
        Zeros = 0,

        /// <summary>The input mirrored at its border.</summary>
        Reflection = 1,

        /// <summary>The border's value.</summary>
        Border = 2,
    }
}
