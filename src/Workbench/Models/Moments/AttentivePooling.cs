using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B rows, A candidates, D width.

/// <summary>softmax(wᵀ tanh(W candidate)), no biases, and an embedding of the weighted sum (LGI Eq. 11, 13-14; released code AttentivePooling).</summary>
public sealed class AttentivePooling : nn.Module
{
    public readonly Linear feat2att;
    public readonly Linear to_alpha;
    public readonly Linear fc;

    public AttentivePooling(long width, long hidden) : base(nameof(AttentivePooling))
    {
        feat2att = nn.Linear(width, hidden, hasBias: false);
        to_alpha = nn.Linear(hidden, 1, hasBias: false);
        fc = nn.Linear(width, width);
        RegisterComponents();
    }

    /// <summary>The weights alone, (B, A). Over phrases the released code uses nothing else, so that <see cref="fc"/> is never trained there.</summary>
    public Tensor Weigh(Tensor candidates_BAD, Tensor? mask_BA = null)
    {
        Tensor logits_BA = to_alpha.forward(feat2att.forward(candidates_BAD).tanh()).squeeze(2);
        return (mask_BA is null ? logits_BA : logits_BA.masked_fill(mask_BA.logical_not(), -1e9)).softmax(1);
    }

    /// <summary>The embedded sum (B, D) and the weights (B, A).</summary>
    public (Tensor Sum_BD, Tensor Weight_BA) Pool(Tensor candidates_BAD, Tensor? mask_BA = null)
    {
        Tensor weight_BA = Weigh(candidates_BAD, mask_BA);
        return (fc.forward(bmm(weight_BA.unsqueeze(1), candidates_BAD).squeeze(1)), weight_BA);
    }
}
