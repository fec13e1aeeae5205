using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>
/// Whether frozen grid features keep what is where: one linear score, the same for every cell, is fitted so that its softmax over the cells
/// picks a given cell; then it is asked for cells it has not seen. Without local information it can do no better than chance.
/// </summary>
/// <remarks>Shapes: M pictures, N cells of a square grid, D width. Deterministic, as <see cref="SupervisedProbe"/>.</remarks>
public static class LocalityProbe
{
    private const int Steps = 200;
    private const double LearningRate = 0.05;

    /// <returns>Share of test pictures whose highest cell is the given one; the same, its eight neighbours counted as hits.</returns>
    /// <exception cref="ArgumentException">A count does not fit.</exception>
    public static (double Hit, double Near) Run(Tensor fitted_MND, IReadOnlyList<int> fittedCells, Tensor tested_MND, IReadOnlyList<int> testedCells)
    {
        ArgumentNullException.ThrowIfNull(fitted_MND);
        ArgumentNullException.ThrowIfNull(tested_MND);
        if (fitted_MND.shape[0] != fittedCells.Count || tested_MND.shape[0] != testedCells.Count)
            throw new ArgumentException($"Expected a cell for each of {fitted_MND.shape[0]} and {tested_MND.shape[0]} pictures, got {fittedCells.Count} and {testedCells.Count}.");
        using DisposeScope scope = NewDisposeScope();
        Tensor mean_D, deviation_D, inputs_MND;
        using (no_grad())
        {
            mean_D = fitted_MND.mean([0, 1]);
            deviation_D = (fitted_MND - mean_D).pow(2).mean([0, 1]).sqrt().clamp_min(1e-6);
            inputs_MND = (fitted_MND - mean_D) / deviation_D;
        }

        int grid = (int)Math.Round(Math.Sqrt(fitted_MND.shape[1]));
        Tensor cells_M = tensor(fittedCells.Select(c => (long)c).ToArray(), [fittedCells.Count]);
        using (enable_grad())
        {
            var weight_D = new Parameter(zeros([fitted_MND.shape[2]]));
            using var optimizer = optim.Adam([weight_D], LearningRate);
            for (int step = 0; step < Steps; step++)
            {
                using DisposeScope turn = NewDisposeScope();
                optimizer.zero_grad();
                nn.functional.cross_entropy(inputs_MND.matmul(weight_D), cells_M).backward();
                optimizer.step();
            }

            using var noGrad = no_grad();
            long[] best = ((tested_MND - mean_D) / deviation_D).matmul(weight_D).argmax(1).data<long>().ToArray();
            return (best.Zip(testedCells, (b, c) => b == c ? 1.0 : 0).Average(), Near(best, testedCells, grid));
        }
    }

    /// <summary>Share of cells that are the given one or one of its eight neighbours, on a grid of that many cells a side.</summary>
    internal static double Near(IReadOnlyList<long> cells, IReadOnlyList<int> given, int grid) =>
        cells.Zip(given, (b, c) => Math.Abs(b / grid - c / grid) <= 1 && Math.Abs(b % grid - c % grid) <= 1 ? 1.0 : 0).Average();
}
