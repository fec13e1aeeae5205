using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, D width, N clips, S side of a padded map.

/// <summary>
/// Convolutions over the map. After each, a cell is divided by the number of valid cells that its kernel saw, and cells that saw none are zero: a mask that
/// grows with the layers (2D-TAN section 3.4; released code map_modules).
/// </summary>
public sealed class MapConv : nn.Module<Tensor, Tensor>
{
    public readonly ModuleList<Conv2d> convs;
    private readonly (double[] Weight, int Side)[] weights;

    public MapConv(TwoDTanConfig config, ProposalGrid grid) : base(nameof(MapConv))
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(grid);
        int[] paddings = Paddings(config.MapKernel, config.MapLayers, config.SpreadPadding);
        convs = new ModuleList<Conv2d>([.. paddings.Select(p => nn.Conv2d(config.Width, config.Width, config.MapKernel, padding: p))]);
        weights = Weights(grid, config.MapKernel, paddings);
        RegisterComponents();
    }

    /// <summary>(B, D, N, N) to the same.</summary>
    public override Tensor forward(Tensor map_BDNN)
    {
        Tensor x = map_BDNN;
        for (int i = 0; i < convs.Count; i++)
        {
            (double[] weight, int side) = weights[i];
            x = convs[i].forward(x).relu_() * tensor(weight, [1, 1, side, side], device: x.device).to(x.dtype);
        }

        return x;
    }

    /// <summary>
    /// The padding of each layer. What is not zero grows by half a kernel a layer, and what the last map depends on shrinks by as much: layer i needs no more than the
    /// smaller of the two around the N×N.
    /// </summary>
    private static int[] Paddings(int kernel, int layers, bool spread)
    {
        int half = kernel / 2;
        if (!spread)
            return [half * layers, .. Enumerable.Repeat(0, layers - 1)];
        int[] around = [.. Enumerable.Range(0, layers + 1).Select(i => half * Math.Min(i, layers - i))];
        return [.. Enumerable.Range(1, layers).Select(i => around[i] - around[i - 1] + half)];
    }

    /// <summary>1 / number of valid cells under the kernel, 0 where there are none, for each layer.</summary>
    private static (double[] Weight, int Side)[] Weights(ProposalGrid grid, int kernel, int[] paddings)
    {
        var result = new List<(double[], int)>();
        bool[] mask = [.. grid.Mask.Select(m => m > 0)];
        int side = grid.Clips;
        foreach (int padding in paddings)
        {
            int next = side + (2 * padding) - kernel + 1;
            var weight = new double[next * next];
            for (int row = 0; row < next; row++)
                for (int column = 0; column < next; column++)
                {
                    int count = 0;
                    for (int r = Math.Max(0, row - padding); r < Math.Min(side, row - padding + kernel); r++)
                        for (int c = Math.Max(0, column - padding); c < Math.Min(side, column - padding + kernel); c++)
                            count += mask[(r * side) + c] ? 1 : 0;
                    weight[(row * next) + column] = count > 0 ? 1.0 / count : 0;
                }

            result.Add((weight, next));
            (mask, side) = ([.. weight.Select(w => w > 0)], next);
        }

        return [.. result];
    }
}
