using static TorchSharp.torch;

namespace Workbench.Models.Moments;

/// <summary>Proposals by pooling: each diagonal is the maximum of neighbours of the one before (released code dense.py, SparsePropMaxPool of sparse.py). No parameters.</summary>
public sealed class PropMaxPool(ProposalGrid grid) : ProposalMap(nameof(PropMaxPool), grid)
{
    protected override Tensor Diagonal(ProposalLayer layer, Tensor x) => (layer.Scale, layer.Layer) switch
    {
        (0, 0) => x,
        (_, 0) => nn.functional.max_pool1d(x, 3, stride: 2),
        _ => nn.functional.max_pool1d(x, 2, stride: 1),
    };
}
