using TorchSharp;
using Workbench.Data;
using Workbench.Metrics;
using static TorchSharp.torch;

namespace Workbench.Tests.Metrics;

public class HeatTimeTests
{
    [Fact]
    public void Stretching_over_time_is_torchs_trilinear_interpolation_at_the_cells_centres()
    {
        using DisposeScope scope = NewDisposeScope();
        var random = new Random(3);
        HeatMap[] maps = [.. Enumerable.Range(0, 4).Select(_ => new HeatMap(3, 3, [.. Enumerable.Range(0, 9).Select(_ => (float)random.NextDouble())]))];
        IReadOnlyList<HeatMap> found = HeatTime.Stretch(maps, 32);
        Tensor expected = nn.functional.interpolate(tensor(maps.SelectMany(m => m.Values).ToArray(), [1, 1, 4, 3, 3]), [32, 3, 3], mode: InterpolationMode.Trilinear, align_corners: false);
        Assert.Equal(expected.flatten().data<float>().ToArray(), found.SelectMany(m => m.Values), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(maps[0].Values, found[0].Values);
        Assert.Throws<ArgumentException>(() => HeatTime.Stretch([maps[0], new HeatMap(1, 1, [1])], 4));
    }
}
