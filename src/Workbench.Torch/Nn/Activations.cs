namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The activation inside a Transformer layer's feed-forward block.</summary>
        public enum Activations
        {
            /// <summary>max(0, x).</summary>
            ReLU = 0,

            /// <summary>x times the normal distribution function.</summary>
            GELU = 1,
        }
    }
}
