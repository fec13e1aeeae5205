using Workbench.Torch.Interop;
using static TorchSharp.torch;

namespace Workbench.Torch;

/// <summary>
/// Products of many small matrices, one right side for several left ones included. On the CPU one operator of the shim: libtorch without MKL
/// calls its BLAS once a matrix and copies what is broadcast. Large matrices, and other devices, go to libtorch's own matmul.
/// </summary>
public static class BatchedProduct
{
    /// <summary>Multiplications of one product above which BLAS is the faster one.</summary>
    private const long Large = 1 << 21;

    private static readonly Operator s_product = new("workbench::product");

    /// <summary>left·right, differentiable once where the matrices are small.</summary>
    /// <param name="left">(…, M, K).</param>
    /// <param name="right">(…, K, N); leading axes of 1 are shared by all of the left side's.</param>
    /// <returns>(…, M, N).</returns>
    public static Tensor Apply(Tensor left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        long rows = left.size(-2), inner = left.size(-1), columns = right.size(-1);
        if (left.dim() != right.dim() || left.dim() < 3 || rows * inner * columns > Large || !NativeOperators.For(left) || left.dtype != right.dtype)
            return matmul(left, right);
        long[] of = left.shape[..^2], shape = right.shape[..^2], all = [.. of.Zip(shape, Math.Max)];
        if (!of.SequenceEqual(all))
            left = left.expand([.. all, rows, inner]);
        int ones = shape.Zip(all).TakeWhile(p => p.First == 1 && p.Second != 1).Count();
        bool leading = shape.AsSpan(ones).SequenceEqual(all.AsSpan(ones));
        int kept = shape.Zip(all).TakeWhile(p => p.First == p.Second).Count();
        bool trailing = shape.Skip(kept).All(n => n == 1);
        if (!leading && !trailing)
            right = right.expand([.. all, inner, columns]);
        return s_product.Call(left.reshape(-1, rows, inner), right.reshape(-1, inner, columns), leading || !trailing ? 0L : 1L).reshape([.. all, rows, columns]);
    }
}
