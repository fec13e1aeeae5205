using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Backbones.Flow;

// Shapes: B pairs of pictures, H × W pixels, 2 = (x, y).

/// <summary>
/// Dense optical flow by polynomial expansion (Farnebäck, "Two-Frame Motion Estimation Based on Polynomial Expansion", SCIA 2003), coarse to fine, on tensor operators: the
/// algorithm that OpenCV's calcOpticalFlowFarneback implements. Each neighbourhood becomes xᵀA x + bᵀx + c; a shift by d turns b into b − 2A d, which is solved for d with sums
/// over a window. Borders repeat the outermost pixels.
/// </summary>
public sealed class FarnebackFlow : IDisposable
{
    private readonly FlowOptions _options;
    private readonly Tensor _basis_5nn; // Each coefficient but the constant one is a correlation.

    public FarnebackFlow(FlowOptions? options = null)
    {
        _options = options ?? new FlowOptions();
        _options.Check();
        using DisposeScope scope = NewDisposeScope();
        _basis_5nn = Basis(_options.Neighbourhood, _options.Deviation).DetachFromDisposeScope();
    }

    /// <summary>How far each pixel of the first pictures has moved in the second ones.</summary>
    /// <param name="first_BHW">Grey levels.</param>
    /// <param name="second_BHW">Grey levels of the same shape.</param>
    /// <returns>Pixels to the right and down, (B, 2, H, W).</returns>
    /// <exception cref="ArgumentException">The shapes differ or are not (B, H, W).</exception>
    public Tensor Estimate(Tensor first_BHW, Tensor second_BHW)
    {
        ArgumentNullException.ThrowIfNull(first_BHW);
        ArgumentNullException.ThrowIfNull(second_BHW);
        if (first_BHW.dim() != 3 || !first_BHW.shape.SequenceEqual(second_BHW.shape))
            throw new ArgumentException($"Two series of grey pictures of one shape (B, H, W) are expected, got ({string.Join(", ", first_BHW.shape)}) and ({string.Join(", ", second_BHW.shape)}).", nameof(second_BHW));
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor first_B1HW = first_BHW.unsqueeze(1).to(ScalarType.Float32), second_B1HW = second_BHW.unsqueeze(1).to(ScalarType.Float32);
        long height = first_BHW.size(1), width = first_BHW.size(2);
        int levels = _options.Levels;
        while (levels > 1 && Math.Min(height, width) >> (levels - 1) < 2 * _options.Neighbourhood)
            levels--;
        Tensor? flow_B2HW = null;
        for (int level = levels - 1; level >= 0; level--)
        {
            long[] size = [height >> level, width >> level];
            flow_B2HW = Refine(Expand(Shrink(first_B1HW, size, level)), Expand(Shrink(second_B1HW, size, level)), Grow(flow_B2HW, size));
        }

        return flow_B2HW!.MoveToOuterDisposeScope();
    }

    public void Dispose() => _basis_5nn.Dispose();

    /// <summary>A, b of every pixel's polynomial: (B, 5, H, W) with b_x, b_y, A_xx, A_yy, A_xy.</summary>
    private Tensor Expand(Tensor picture_B1HW)
    {
        long half = _options.Neighbourhood / 2;
        return nn.functional.conv2d(nn.functional.pad(picture_B1HW, [half, half, half, half], PaddingModes.Replicate), _basis_5nn.unsqueeze(1));
    }

    private Tensor Refine(Tensor first_B5HW, Tensor second_B5HW, Tensor? start_B2HW)
    {
        Tensor flow_B2HW = start_B2HW ?? zeros([first_B5HW.size(0), 2, first_B5HW.size(2), first_B5HW.size(3)]);
        for (int i = 0; i < _options.Iterations; i++)
        {
            Tensor there_B5HW = Sample(second_B5HW, flow_B2HW);
            Tensor mean_B5HW = (first_B5HW + there_B5HW) / 2;
            Tensor xx = mean_B5HW.select(1, 2), yy = mean_B5HW.select(1, 3), xy = mean_B5HW.select(1, 4) / 2, u = flow_B2HW.select(1, 0), v = flow_B2HW.select(1, 1);
            // Δb = −½ (b₂ − b₁) + A d of the displacement so far.
            Tensor bx = (first_B5HW.select(1, 0) - there_B5HW.select(1, 0)) / 2 + xx * u + xy * v, by = (first_B5HW.select(1, 1) - there_B5HW.select(1, 1)) / 2 + xy * u + yy * v;
            Tensor sums_B5HW = Window(stack([xx * xx + xy * xy, xy * (xx + yy), yy * yy + xy * xy, xx * bx + xy * by, xy * bx + yy * by], 1));
            Tensor g11 = sums_B5HW.select(1, 0), g12 = sums_B5HW.select(1, 1), g22 = sums_B5HW.select(1, 2), h1 = sums_B5HW.select(1, 3), h2 = sums_B5HW.select(1, 4);
            // Where a window is flat nothing can be said, and a little of the determinant's scale leaves it at rest.
            Tensor determinant = g11 * g22 - g12 * g12 + 1e-6 * (g11 + g22).mean().square() + 1e-12;
            flow_B2HW = stack([(g22 * h1 - g12 * h2) / determinant, (g11 * h2 - g12 * h1) / determinant], 1);
        }

        return flow_B2HW;
    }

    /// <summary>Mean over the averaging window, a box.</summary>
    private Tensor Window(Tensor values_B5HW)
    {
        long half = _options.Window / 2;
        return nn.functional.avg_pool2d(nn.functional.pad(values_B5HW, [half, half, half, half], PaddingModes.Replicate), _options.Window, stride: 1);
    }

    /// <summary>Values at the places that the flow leads to, bilinear, the border beyond the border.</summary>
    private static Tensor Sample(Tensor values_B5HW, Tensor flow_B2HW)
    {
        long height = values_B5HW.size(2), width = values_B5HW.size(3);
        Tensor x_BHW = flow_B2HW.select(1, 0) + arange(width, ScalarType.Float32).view(1, 1, -1), y_BHW = flow_B2HW.select(1, 1) + arange(height, ScalarType.Float32).view(1, -1, 1);
        Tensor grid_BHW2 = stack([(2 * x_BHW + 1) / width - 1, (2 * y_BHW + 1) / height - 1], -1);
        return nn.functional.grid_sample(values_B5HW, grid_BHW2, GridSampleMode.Bilinear, GridSamplePaddingMode.Border, align_corners: false);
    }

    private static Tensor Shrink(Tensor picture_B1HW, long[] size, int level)
    {
        for (int i = 0; i < level; i++) // Halving by means of four keeps what is finer from turning into something else.
            picture_B1HW = nn.functional.avg_pool2d(picture_B1HW, 2);
        return picture_B1HW.size(2) == size[0] && picture_B1HW.size(3) == size[1] ? picture_B1HW : nn.functional.interpolate(picture_B1HW, size, mode: InterpolationMode.Bilinear, align_corners: false);
    }

    private static Tensor? Grow(Tensor? flow_B2HW, long[] size)
    {
        if (flow_B2HW is null)
            return null;
        Tensor factor_211 = tensor(new[] { (float)size[1] / flow_B2HW.size(3), (float)size[0] / flow_B2HW.size(2) }).view(2, 1, 1);
        return nn.functional.interpolate(flow_B2HW, size, mode: InterpolationMode.Bilinear, align_corners: false) * factor_211;
    }

    /// <summary>
    /// The correlations that give the coefficients of x, y, x², y², xy in the weighted least-squares fit to a neighbourhood: rows 1 to 5 of (BᵀWB)⁻¹BᵀW, B the monomials
    /// 1, x, y, x², y², xy and W Gaussian weights.
    /// </summary>
    private static Tensor Basis(int side, double deviation)
    {
        int half = side / 2;
        Tensor offset_n = arange(-half, half + 1, ScalarType.Float64);
        Tensor x_nn = offset_n.unsqueeze(0).expand(side, side), y_nn = offset_n.unsqueeze(1).expand(side, side);
        Tensor monomials_p6 = stack([ones(side, side, ScalarType.Float64), x_nn, y_nn, x_nn * x_nn, y_nn * y_nn, x_nn * y_nn], -1).reshape(side * side, 6);
        Tensor weight_p1 = (-(x_nn * x_nn + y_nn * y_nn) / (2 * deviation * deviation)).exp().reshape(side * side, 1);
        Tensor weighted_6p = (monomials_p6 * weight_p1).t();
        return matmul(matmul(weighted_6p, monomials_p6).inverse(), weighted_6p).narrow(0, 1, 5).reshape(5, side, side).to(ScalarType.Float32);
    }
}
