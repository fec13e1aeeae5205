using TorchSharp.Modules;
using Workbench.Torch;
using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: … windows or pairs, L tokens, D width.

/// <summary>
/// One layer over a joint sequence: V softmax((QᵀK ⊙ M)/√D) with projections W_Q, W_K, W_V that both modalities share (CoMMA, Eq. 1-3). No bias, no output
/// projection: none is printed.
/// </summary>
public sealed class MaskedAttention : nn.Module
{
    public readonly Linear query;
    public readonly Linear key;
    public readonly Linear value;

    public MaskedAttention(long width) : base("MaskedAttention")
    {
        query = nn.Linear(width, width, hasBias: false);
        key = nn.Linear(width, width, hasBias: false);
        value = nn.Linear(width, width, hasBias: false);
        RegisterComponents();
        Width = width;
    }

    public long Width { get; }

    /// <summary>Makes the three projections hand their input on.</summary>
    public void MakeIdentity()
    {
        using var noGrad = no_grad();
        foreach (Linear projection in (Linear[])[query, key, value])
            nn.init.eye_(projection.weight);
    }

    /// <summary>Attention of every token.</summary>
    /// <param name="tokens_LD">Tokens, (…, L, D).</param>
    /// <param name="allowed_LL">True where a query (row) may select a key.</param>
    /// <param name="present_L">True where a token is there at all, (…, L): padding never gets a weight, whatever the form.</param>
    /// <param name="form">How the mask acts.</param>
    /// <returns>Output (…, L, D), weights (…, L, L) whose rows sum to 1.</returns>
    public (Tensor Output_LD, Tensor Weights_LL) Attend(Tensor tokens_LD, Tensor allowed_LL, Tensor present_L, MaskForm form)
    {
        ArgumentNullException.ThrowIfNull(allowed_LL);
        ArgumentNullException.ThrowIfNull(present_L);
        Tensor logits_LL = BatchedProduct.Apply(query.forward(tokens_LD) / Math.Sqrt(Width), key.forward(tokens_LD).transpose(-1, -2));
        logits_LL = form == MaskForm.Hadamard ? logits_LL * allowed_LL.to(logits_LL.dtype) : logits_LL.masked_fill(allowed_LL.logical_not(), double.NegativeInfinity);
        Tensor weights_LL = logits_LL.masked_fill(present_L.unsqueeze(-2).logical_not(), double.NegativeInfinity).softmax(-1);
        return (BatchedProduct.Apply(weights_LL, value.forward(tokens_LD)), weights_LL);
    }
}
