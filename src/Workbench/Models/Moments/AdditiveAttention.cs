using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B rows, A candidates, D width.

/// <summary>softmax(wᵀ tanh(W_k key + W_f candidate)) and the weighted sum of the candidates (LGI Eq. 5-7; released code Attention).</summary>
public sealed class AdditiveAttention : nn.Module
{
    public readonly Linear key2att;
    public readonly Linear feat2att;
    public readonly Linear to_alpha;

    public AdditiveAttention(long width, long hidden) : base(nameof(AdditiveAttention))
    {
        key2att = nn.Linear(width, hidden);
        feat2att = nn.Linear(width, hidden);
        to_alpha = nn.Linear(hidden, 1);
        RegisterComponents();
    }

    /// <summary>Key (B, D), candidates (B, A, D), mask (B, A) to the sum (B, D) and the weights (B, A).</summary>
    public (Tensor Sum_BD, Tensor Weight_BA) Attend(Tensor key_BD, Tensor candidates_BAD, Tensor mask_BA)
    {
        Tensor logits_BA = to_alpha.forward((feat2att.forward(candidates_BAD) + key2att.forward(key_BD).unsqueeze(1)).tanh()).squeeze(2);
        Tensor weight_BA = logits_BA.masked_fill(mask_BA.logical_not(), -1e9).softmax(1);
        return (bmm(weight_BA.unsqueeze(1), candidates_BAD).squeeze(1), weight_BA);
    }
}
