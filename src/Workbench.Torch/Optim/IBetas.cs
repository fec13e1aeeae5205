namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Something with Adam's two decay rates.</summary>
        public interface IBetas
        {
            /// <summary>The decay of the mean of gradients, and of that of their squares.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
