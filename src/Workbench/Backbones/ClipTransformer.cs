using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>A stack of <see cref="ClipBlock"/>s.</summary>
internal sealed class ClipTransformer : nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly ModuleList<ClipBlock> resblocks;

    public ClipTransformer(int width, int layers, int heads)
        : base(nameof(ClipTransformer))
    {
        resblocks = nn.ModuleList([.. Enumerable.Range(0, layers).Select(_ => new ClipBlock(width, heads, layers))]);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input1, Tensor? input2)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor tokens = input1;
        foreach (ClipBlock block in resblocks)
            tokens = block.forward(tokens, input2);
        return tokens.MoveToOuterDisposeScope();
    }
}
