using TorchSharp;
using TorchSharp.Modules;
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
        Tensor scores_BHLL = (qkv_BHLd[0] * (1 / Math.Sqrt(head))).matmul(qkv_BHLd[1].transpose(-2, -1));
        if (input2 is not null)
            scores_BHLL = scores_BHLL + input2;
        Tensor mixed_BLW = scores_BHLL.softmax(-1).matmul(qkv_BHLd[2]).transpose(1, 2).reshape(batch, length, width);
        return out_proj.forward(mixed_BLW).MoveToOuterDisposeScope();
    }
}
