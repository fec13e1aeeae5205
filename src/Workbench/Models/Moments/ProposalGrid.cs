namespace Workbench.Models.Moments;

/// <summary>
/// Which cells (first clip, last clip) of 2D-TAN's N×N map are moments. With one scale of N layers all of them are (dense); with several the
/// longer ones are sampled sparsely: scale s starts and ends every 2^s clips (2D-TAN section 3.2, Figure 3; released code sparse.py).
/// </summary>
public sealed class ProposalGrid
{
    /// <param name="clips">N.</param>
    /// <param name="scaleLayers">Layers of each scale: [16] for Charades-STA, [16, 8, 8] for ActivityNet-Captions, [16, 8, 8, 8] for TACoS.</param>
    /// <exception cref="ArgumentException">The layers do not fit N clips.</exception>
    public ProposalGrid(int clips, IReadOnlyList<int> scaleLayers)
    {
        ArgumentNullException.ThrowIfNull(scaleLayers);
        if (clips < 1 || scaleLayers.Count == 0 || scaleLayers.Any(n => n < 1))
            throw new ArgumentException($"At least one clip and one layer a scale were expected, got {clips} clips and layers [{string.Join(", ", scaleLayers)}].", nameof(scaleLayers));
        Clips = clips;
        var layers = new List<ProposalLayer>();
        int stride = 1, from = 0, length = clips;
        for (int scale = 0; scale < scaleLayers.Count; scale++)
        {
            if (scale > 0)
                stride *= 2;
            for (int layer = 0; layer < scaleLayers[scale]; layer++)
            {
                // What the stack of layers leaves: a window of 3 at every second place begins a scale, windows of 2 follow.
                length = (scale, layer) switch { (0, 0) => length, (_, 0) => (length - 3) / 2 + 1, _ => length - 1 };
                int offset = from + (layer * stride), count = (clips - offset + stride - 1) / stride;
                if (offset >= clips || length != count)
                    throw new ArgumentException($"Layers [{string.Join(", ", scaleLayers)}] do not fit {clips} clips: layer {layer} of scale {scale} would hold {length} moments and the map has room for {Math.Max(0, count)}.", nameof(scaleLayers));
                layers.Add(new ProposalLayer(scale, layer, stride, offset, count));
            }

            from += stride * (scaleLayers[scale] + 1);
        }

        Layers = layers;
        CellOfMap = Enumerable.Repeat((long)layers.Sum(l => l.Count), clips * clips).ToArray();
        Mask = new float[clips * clips];
        long cell = 0;
        foreach (ProposalLayer layer in layers)
            for (int i = 0; i < layer.Count; i++)
            {
                int place = (i * layer.Stride * clips) + (i * layer.Stride) + layer.Offset;
                (CellOfMap[place], Mask[place]) = (cell++, 1);
            }
    }

    /// <summary>N.</summary>
    public int Clips { get; }

    /// <summary>The diagonals in the order in which their vectors are computed.</summary>
    public IReadOnlyList<ProposalLayer> Layers { get; }

    /// <summary>Moments in all.</summary>
    public int Cells => Layers.Sum(l => l.Count);

    /// <summary>1 where a cell is a moment, N×N, row = first clip.</summary>
    internal float[] Mask { get; }

    /// <summary>For each cell of the map the number of its moment, <see cref="Cells"/> where it is none.</summary>
    internal long[] CellOfMap { get; }

    /// <summary>True where the cell is a moment.</summary>
    public bool Has(int first, int last) => Mask[(first * Clips) + last] > 0;
}
