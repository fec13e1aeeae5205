using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

public class RegionPoolingTests
{
    [Fact]
    public void A_boxs_feature_is_the_mean_of_its_cells_by_area()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor cells = tensor(new float[] { 1, 2, 3, 4 }, [1, 4, 1]);
        Box[] boxes = [new(0, 0, 100, 100), new(0, 0, 50, 50), new(25, 0, 75, 50), new(60, 60, 60, 60), new(0, 0, 100, 75)];
        float[] pooled = RegionPooling.Pool(cells, [boxes], 100, 100).flatten().data<float>().ToArray();
        Assert.Equal([2.5f, 1, 1.5f, 4, (1 + 2 + (0.5f * 3) + (0.5f * 4)) / 3], pooled, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Throws<ArgumentException>(() => RegionPooling.Pool(cells, [boxes, boxes], 100, 100));
    }
}
