namespace Workbench.Models.Moments;

/// <summary>Φ', which makes one vector of the moment's clips for the captions of GTC: "convolutional layers or self-attention" (Sscs section 3.3.2).</summary>
public enum MomentTransform
{
    /// <summary>A convolution over time, then the mean over the moment.</summary>
    Convolution,

    /// <summary>One head of self-attention among the moment's clips, then the mean over them.</summary>
    SelfAttention,
}
