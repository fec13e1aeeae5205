using TorchSharp;
using Workbench.Backbones.Flow;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones.Flow;

public class FarnebackFlowTests
{
    private const int Width = 96, Height = 80;

    /// <summary>A smooth texture given everywhere, looked at where a motion's inverse leads.</summary>
    private static Tensor Picture(Func<double, double, (double X, double Y)> from)
    {
        var values = new float[Height * Width];
        for (int y = 0; y < Height; y++)
            for (int x = 0; x < Width; x++)
            {
                (double u, double v) = from(x, y);
                values[(y * Width) + x] = (float)(128 + (40 * Math.Sin((0.31 * u) + (0.12 * v))) + (30 * Math.Cos((0.09 * u) - (0.27 * v))) + (20 * Math.Sin(0.53 * u) * Math.Sin(0.41 * v)));
            }

        return tensor(values, [1, Height, Width]);
    }

    private static (double X, double Y)[] Error(Tensor flow_B2HW, Func<double, double, (double X, double Y)> truth, int border)
    {
        float[] values = flow_B2HW.contiguous().data<float>().ToArray();
        var errors = new List<(double, double)>();
        for (int y = border; y < Height - border; y++)
            for (int x = border; x < Width - border; x++)
            {
                (double u, double v) = truth(x, y);
                errors.Add((Math.Abs(values[(y * Width) + x] - u), Math.Abs(values[(Height * Width) + (y * Width) + x] - v)));
            }

        return [.. errors];
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(-2.5, 1.25)]
    [InlineData(0.3, -4)]
    [InlineData(5, 3)]
    public void A_shift_is_found_to_a_fraction_of_a_pixel(double right, double down)
    {
        using DisposeScope scope = NewDisposeScope();
        using var flow = new FarnebackFlow();
        Tensor found = flow.Estimate(Picture((x, y) => (x, y)), Picture((x, y) => (x - right, y - down)));
        (double X, double Y)[] errors = Error(found, (_, _) => (right, down), border: 12);
        Assert.InRange(errors.Average(e => e.X), 0, 0.1);
        Assert.InRange(errors.Average(e => e.Y), 0, 0.1);
    }

    [Fact]
    public void A_turn_and_a_zoom_are_found_with_what_moves_most_where_it_does()
    {
        using DisposeScope scope = NewDisposeScope();
        using var flow = new FarnebackFlow();
        const double angle = 0.04, zoom = 1.03, cx = Width / 2.0, cy = Height / 2.0;
        (double, double) There(double x, double y) => (cx + (zoom * (((x - cx) * Math.Cos(angle)) - ((y - cy) * Math.Sin(angle)))), cy + (zoom * (((x - cx) * Math.Sin(angle)) + ((y - cy) * Math.Cos(angle)))));
        (double, double) Back(double x, double y) => (cx + ((((x - cx) * Math.Cos(angle)) + ((y - cy) * Math.Sin(angle))) / zoom), cy + (((-(x - cx) * Math.Sin(angle)) + ((y - cy) * Math.Cos(angle))) / zoom));
        Tensor found = flow.Estimate(Picture((x, y) => (x, y)), Picture(Back));
        (double X, double Y)[] errors = Error(found, (x, y) => (There(x, y).Item1 - x, There(x, y).Item2 - y), border: 12);
        Assert.InRange(errors.Average(e => e.X), 0, 0.15);
        Assert.InRange(errors.Average(e => e.Y), 0, 0.15);
        float[] x = found[0, 0].contiguous().data<float>().ToArray();
        Assert.True(Math.Abs(x[(40 * Width) + 48]) < 0.2 && x[(14 * Width) + 48] > 0.6 && x[(66 * Width) + 48] < -0.6);
    }

    [Fact]
    public void What_has_no_texture_does_not_move_and_pictures_of_other_shapes_are_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        using var flow = new FarnebackFlow();
        Assert.Equal(0, flow.Estimate(full([1, 40, 40], 90.0), full([1, 40, 40], 90.0)).abs().max().item<float>(), 1e-4);
        Assert.Throws<ArgumentException>(() => flow.Estimate(zeros(1, 40, 40), zeros(1, 40, 41)));
        Assert.Throws<ArgumentException>(() => new FarnebackFlow(new FlowOptions { Window = 4 }));
    }
}
