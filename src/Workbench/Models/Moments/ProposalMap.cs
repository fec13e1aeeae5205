using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B videos, D width, N clips, M moments.

/// <summary>Clips to the map of proposed moments.</summary>
public abstract class ProposalMap(string name, ProposalGrid grid) : nn.Module<Tensor, Tensor>(name)
{
    public ProposalGrid Grid { get; } = grid;

    /// <summary>(B, D, N) to (B, D, N, N), zero where a cell is no moment.</summary>
    public override Tensor forward(Tensor clips_BDN)
    {
        if (clips_BDN.dim() != 3 || clips_BDN.size(2) != Grid.Clips)
            throw new ArgumentException($"Expected clips of shape (B, D, {Grid.Clips}), got ({string.Join(", ", clips_BDN.shape)}).", nameof(clips_BDN));
        var diagonals = new List<Tensor>();
        Tensor x = clips_BDN;
        foreach (ProposalLayer layer in Grid.Layers)
            diagonals.Add(x = Diagonal(layer, x));
        // One gather for the whole map: cells that are no moment look at a column of zeros.
        Tensor moments_BDM = cat([.. diagonals, zeros_like(clips_BDN.narrow(2, 0, 1))], 2);
        Tensor places = tensor(Grid.CellOfMap, device: clips_BDN.device);
        return moments_BDM.index_select(2, places).reshape(clips_BDN.size(0), moments_BDM.size(1), Grid.Clips, Grid.Clips);
    }

    /// <summary>The next diagonal from the one before.</summary>
    protected abstract Tensor Diagonal(ProposalLayer layer, Tensor x);

    /// <summary>The map by a configuration.</summary>
    public static ProposalMap Of(TwoDTanConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return config.Pooling == ProposalPooling.Max
            ? new PropMaxPool(new ProposalGrid(config.Clips, config.ScaleLayers))
            : new PropConv(new ProposalGrid(config.Clips, config.ScaleLayers), config.Width, config.ScaleLayers);
    }
}
