namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a loss does with its elements. The numbers are libtorch's.</summary>
        public enum Reduction : long
        {
            /// <summary>One value an element.</summary>
            None = 0,

            /// <summary>The mean (weighted, where the loss has weights).</summary>
            Mean = 1,

            /// <summary>The sum.</summary>
            Sum = 2,
        }
    }
}
