namespace Workbench.Models.Moments;

/// <summary>How a support set becomes one vector w (Sscs section 3.4).</summary>
public enum SupportSetFunction
{
    /// <summary>CA: softmax of the clips' cosines with the sentence over τ (Eq. 4), weighted mean (Eq. 5).</summary>
    CrossAttention,

    /// <summary>SA: softmax of the row sums of SᵀS/τ (Eq. 8), weighted mean. The paper calls a row a vector of R^D; it has one number a clip.</summary>
    SelfAttention,

    /// <summary>FC: one linear layer over all clips one after the other, T·D to D; clips outside of the set are zero.</summary>
    FullyConnected,

    /// <summary>Conv: a convolution over time, then the mean over the set. Kernel and what follows it are not said (<see cref="SupportSetConfig.ConvolutionKernel"/>).</summary>
    Convolution,

    /// <summary>MP: the maximum over the clips.</summary>
    MaxPooling,

    /// <summary>AP: the mean over the clips.</summary>
    AveragePooling,
}
