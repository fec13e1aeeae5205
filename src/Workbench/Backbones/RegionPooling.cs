using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Backbones;

// Shapes: F frames, N = g × g cells, P boxes, D width.

/// <summary>Features of boxes from a frame's grid: the mean of the cells weighted by how much of the box lies in each. What RoIAlign does at one bin, exactly.</summary>
public static class RegionPooling
{
    /// <summary>The weight of each cell in a box, row-major, summing to 1; a box that covers nothing gets the cell of its middle.</summary>
    /// <param name="box">In pixels of the frame.</param>
    /// <param name="width">Of the frame.</param>
    /// <param name="height">Of the frame.</param>
    /// <param name="grid">g.</param>
    public static float[] Weights(Box box, double width, double height, int grid)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grid, 1);
        double[] across = Shares(box.Left / width, box.Right / width, grid), down = Shares(box.Top / height, box.Bottom / height, grid);
        var weights = new float[grid * grid];
        for (int y = 0; y < grid; y++)
            for (int x = 0; x < grid; x++)
                weights[(y * grid) + x] = (float)(down[y] * across[x]);
        return weights;
    }

    /// <summary>Features of the boxes of each frame, (F, P, D).</summary>
    /// <param name="regions_FND">Cells.</param>
    /// <param name="boxes">P boxes for each of F frames.</param>
    /// <param name="width">Of the frame that boxes are given in.</param>
    /// <param name="height">Of the frame that boxes are given in.</param>
    /// <exception cref="ArgumentException">Not as many lists as frames, or lists of different lengths, or no square grid.</exception>
    public static Tensor Pool(Tensor regions_FND, IReadOnlyList<IReadOnlyList<Box>> boxes, double width, double height)
    {
        ArgumentNullException.ThrowIfNull(regions_FND);
        ArgumentNullException.ThrowIfNull(boxes);
        int frames = (int)regions_FND.size(0), cells = (int)regions_FND.size(1), grid = (int)Math.Round(Math.Sqrt(cells));
        if (boxes.Count != frames || frames == 0 || boxes.Any(b => b.Count != boxes[0].Count) || grid * grid != cells)
            throw new ArgumentException($"Boxes of {frames} frames, as many in each, and a square grid are expected; got {boxes.Count} lists and {cells} cells.", nameof(boxes));
        float[] weights = [.. boxes.SelectMany(list => list.SelectMany(box => Weights(box, width, height, grid)))];
        return matmul(tensor(weights, [frames, boxes[0].Count, cells], device: regions_FND.device), regions_FND);
    }

    private static double[] Shares(double from, double to, int cells)
    {
        var shares = new double[cells];
        for (int c = 0; c < cells; c++)
            shares[c] = Math.Max(0, Math.Min(to * cells, c + 1) - Math.Max(from * cells, c));
        double sum = shares.Sum();
        if (sum <= 0)
            shares[Math.Clamp((int)((from + to) / 2 * cells), 0, cells - 1)] = sum = 1;
        for (int c = 0; c < cells; c++)
            shares[c] /= sum;
        return shares;
    }
}
