using TorchSharp;
using TorchSharp.Modules;
using Workbench.Torch;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Multi-head self-attention with the parameter names of <c>nn.MultiheadAttention</c>, batch first.</summary>
/// <remarks>Shapes: B sequences, L tokens, H heads, d width of a head, W = H·d.</remarks>
internal sealed class ClipAttention : nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly Parameter in_proj_weight;
    private readonly Parameter in_proj_bias;
    private readonly Linear out_proj;
    private readonly int _heads;

    public ClipAttention(int width, int heads, double inStd, double outStd)
        : base(nameof(ClipAttention))
    {
        _heads = heads;
        in_proj_weight = new Parameter(randn([3 * width, width]).mul_(inStd));
        in_proj_bias = new Parameter(zeros([3 * width]));
        out_proj = nn.Linear(width, width);
        nn.init.normal_(out_proj.weight, 0, outStd);
        nn.init.zeros_(out_proj.bias!);
        RegisterComponents();
    }

    /// <param name="input1">Tokens, [B, L, W].</param>
    /// <param name="input2">What is added to the scores, [L, L]: 0 where a token (row) may look at another (column), -∞ where not; null for none.</param>
    public override Tensor forward(Tensor input1, Tensor? input2)
    {
        using DisposeScope scope = NewDisposeScope();
        long batch = input1.shape[0], length = input1.shape[1], width = input1.shape[2], head = width / _heads;
        Tensor[] qkv_BHLd = nn.functional.linear(input1, in_proj_weight, in_proj_bias)
            .view(batch, length, 3, _heads, head).permute(2, 0, 3, 1, 4).unbind(0);
        Tensor query_BHLd = qkv_BHLd[0] * (1 / Math.Sqrt(head));
        Tensor mixed_BHLd = input2 is null && !is_grad_enabled() && query_BHLd.dtype == ScalarType.Float32
            ? FusedAttention.Apply(query_BHLd, qkv_BHLd[1], qkv_BHLd[2])
            : Weights(query_BHLd, qkv_BHLd[1], input2).matmul(qkv_BHLd[2]);
        return out_proj.forward(mixed_BHLd.transpose(1, 2).reshape(batch, length, width)).MoveToOuterDisposeScope();
    }

    private static Tensor Weights(Tensor query_BHLd, Tensor key_BHLd, Tensor? mask_LL)
    {
        Tensor scores_BHLL = query_BHLd.matmul(key_BHLd.transpose(-2, -1));
        return (mask_LL is null ? scores_BHLL : scores_BHLL + mask_LL).softmax(-1);
    }
}
