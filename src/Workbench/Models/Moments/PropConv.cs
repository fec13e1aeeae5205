using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

/// <summary>Proposals by convolution: as <see cref="PropMaxPool"/>, with a learnt layer in the place of each maximum (released code SparsePropConv).</summary>
public sealed class PropConv : ProposalMap
{
    public readonly ModuleList<ModuleList<Conv1d>> layers;

    public PropConv(ProposalGrid grid, long width, IReadOnlyList<int> scaleLayers) : base(nameof(PropConv), grid)
    {
        ArgumentNullException.ThrowIfNull(scaleLayers);
        layers = new ModuleList<ModuleList<Conv1d>>([.. scaleLayers.Select((count, scale) => new ModuleList<Conv1d>(
            [.. Enumerable.Range(0, count).Select(layer => layer > 0 ? nn.Conv1d(width, width, 2) : scale > 0 ? nn.Conv1d(width, width, 3, stride: 2) : nn.Conv1d(width, width, 1))]))]);
        RegisterComponents();
    }

    protected override Tensor Diagonal(ProposalLayer layer, Tensor x) => layers[layer.Scale][layer.Layer].forward(x);
}
