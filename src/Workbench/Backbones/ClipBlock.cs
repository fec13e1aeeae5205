using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>A pre-norm residual block: x + attention(ln_1 x), then x + mlp(ln_2 x).</summary>
/// <remarks>Source: openai/CLIP, model.py 171-192. The initial spread is CLIP's for the text tower (model.py 299-313), used here for both towers.</remarks>
internal sealed class ClipBlock : nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly ClipAttention attn;
    private readonly LayerNorm ln_1;
    private readonly ClipMlp mlp;
    private readonly LayerNorm ln_2;

    public ClipBlock(int width, int heads, int layers)
        : base(nameof(ClipBlock))
    {
        double attentionStd = Math.Pow(width, -0.5), residualStd = attentionStd * Math.Pow(2 * layers, -0.5);
        attn = new ClipAttention(width, heads, attentionStd, residualStd);
        ln_1 = nn.LayerNorm(width);
        mlp = new ClipMlp(width, Math.Pow(2 * width, -0.5), residualStd);
        ln_2 = nn.LayerNorm(width);
        RegisterComponents();
    }

    /// <param name="input1">Tokens, [B, L, W].</param>
    /// <param name="input2">Attention mask as in <see cref="ClipAttention"/>.</param>
    public override Tensor forward(Tensor input1, Tensor? input2)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor attended = input1 + attn.forward(ln_1.forward(input1), input2);
        return (attended + mlp.forward(ln_2.forward(attended))).MoveToOuterDisposeScope();
    }
}
