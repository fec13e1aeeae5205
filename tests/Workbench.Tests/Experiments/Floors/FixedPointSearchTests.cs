using Workbench.Data;
using Workbench.Experiments.Floors;

namespace Workbench.Tests.Experiments.Floors;

public class FixedPointSearchTests
{
    [Fact]
    public void Boxes_that_only_touch_share_their_border()
    {
        var (point, hits) = FixedPointSearch.Best([new(0, 0, 10, 10), new(10, 10, 20, 20), new(30, 0, 40, 10)]);
        Assert.Equal((new Point(10, 10), 2), (point, hits));
    }

    [Fact]
    public void The_point_lies_in_the_middle_of_what_the_boxes_share()
    {
        var (point, hits) = FixedPointSearch.Best([new(0, 0, 10, 10), new(4, 6, 20, 20)]);
        Assert.Equal((new Point(7, 8), 2), (point, hits));
    }

    [Fact]
    public void Swapped_boxes_are_never_hit_and_alone_are_an_error()
    {
        Assert.Equal(1, FixedPointSearch.Best([new(500, 0, 480, 10), new(0, 0, 1, 1)]).Hits);
        Assert.Throws<ArgumentException>(() => FixedPointSearch.Best([new(500, 0, 480, 10)]));
        Assert.Throws<ArgumentException>(() => FixedPointSearch.Best([]));
    }

    [Fact]
    public void No_point_hits_more_boxes_than_the_one_found()
    {
        var random = new Random(16);
        for (int round = 0; round < 200; round++)
        {
            Box[] boxes = [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ =>
            {
                double left = random.Next(12), top = random.Next(12);
                return new Box(left, top, left + random.Next(-1, 7), top + random.Next(-1, 7));
            }), new(0, 0, 1, 1)];
            var (point, hits) = FixedPointSearch.Best(boxes);
            int most = 0;
            for (int x = 0; x < 20; x++)
                for (int y = 0; y < 20; y++)
                    most = Math.Max(most, boxes.Count(box => box.Contains(x, y)));
            Assert.Equal(most, hits);
            Assert.Equal(hits, boxes.Count(box => box.Contains(point)));
        }
    }
}
