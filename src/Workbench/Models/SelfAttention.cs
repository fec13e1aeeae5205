using TorchSharp.Modules;
using Workbench.Torch;
using static TorchSharp.torch;

namespace Workbench.Models;

// Shapes: … any batch, L tokens, D width.

/// <summary>
/// One-head self-attention with input and output projections. Parameters, their names and their initialisation are those of
/// <c>nn.MultiheadAttention(D, 1)</c>, which the released code uses (s3dg_clip.py 249-314); they are public because the
/// factorised path projects words instead of regions with them.
/// </summary>
public sealed class SelfAttention : nn.Module<Tensor, Tensor?, (Tensor Output, Tensor Weights)>
{
    /// <summary>Queries, keys and values stacked: (3D, D).</summary>
    public readonly Parameter in_proj_weight;

    /// <summary>(3D).</summary>
    public readonly Parameter in_proj_bias;

    public readonly Linear out_proj;

    public SelfAttention(long width, string name = "SelfAttention") : base(name)
    {
        out_proj = nn.Linear(width, width);
        in_proj_weight = new Parameter(empty(3 * width, width));
        in_proj_bias = new Parameter(zeros(3 * width));
        nn.init.xavier_uniform_(in_proj_weight);
        nn.init.zeros_(out_proj.bias!);
        RegisterComponents();
        Width = width;
    }

    public long Width { get; }

    /// <summary>x W_qᵀ + b_q, x W_kᵀ + b_k, x W_vᵀ + b_v for the rows of <paramref name="x"/>.</summary>
    public (Tensor Query, Tensor Key, Tensor Value) Project(Tensor x)
    {
        Tensor[] parts = nn.functional.linear(x, in_proj_weight, in_proj_bias).chunk(3, -1);
        return (parts[0], parts[1], parts[2]);
    }

    /// <summary>Attention over the second last axis; no residual is added.</summary>
    /// <param name="x_LD">Tokens, shape (…, L, D).</param>
    /// <param name="keyMask_L">True where a token may be attended to, broadcastable to (…, L); null for all.</param>
    /// <returns>The output (…, L, D) and the weights (…, L, L), each row summing to 1.</returns>
    public override (Tensor Output, Tensor Weights) forward(Tensor x_LD, Tensor? keyMask_L)
    {
        (Tensor query, Tensor key, Tensor value) = Project(x_LD);
        Tensor logits_LL = BatchedProduct.Apply(query / Math.Sqrt(Width), key.transpose(-1, -2));
        if (keyMask_L is not null)
            logits_LL = logits_LL.masked_fill(keyMask_L.unsqueeze(-2).logical_not(), double.NegativeInfinity);
        Tensor weights_LL = logits_LL.softmax(-1);
        return (out_proj.forward(BatchedProduct.Apply(weights_LL, value)), weights_LL);
    }
}
