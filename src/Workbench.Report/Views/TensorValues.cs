using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Report.Views;

/// <summary>Tensors as the plain arrays that charts take.</summary>
public static class TensorValues
{
    /// <summary>A tensor of two dimensions as a matrix, from any device and type.</summary>
    /// <exception cref="ArgumentException">Another number of dimensions.</exception>
    public static double[,] Matrix(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.dim() != 2)
            throw new ArgumentException($"A matrix has 2 dimensions; the tensor is [{string.Join(", ", tensor.shape)}].", nameof(tensor));
        double[] flat = Flat(tensor);
        var matrix = new double[tensor.size(0), tensor.size(1)];
        Buffer.BlockCopy(flat, 0, matrix, 0, flat.Length * sizeof(double));
        return matrix;
    }

    /// <summary>All values in row-major order.</summary>
    public static double[] Flat(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
    }
}
