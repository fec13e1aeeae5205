namespace Workbench.Models.Moments;

/// <summary>Who says the sentence from w (Sscs Eq. 3 and 7; the paper does not say).</summary>
public enum CaptionDecoder
{
    /// <summary>One LSTM layer that begins in a state made of w, fed with the words said so far: the usual captioner of the paper's time.</summary>
    Lstm,

    /// <summary>The same with a GRU.</summary>
    Gru,

    /// <summary>One Transformer layer with causal attention, w in front of the words (as cross-captioning in Patrick et al., whom the paper follows).</summary>
    Transformer,
}
