using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Report;

/// <summary>Tensors as arrays that charts and notebooks take.</summary>
public static class TensorArrays
{
    /// <summary>A tensor of two axes as a matrix.</summary>
    /// <exception cref="ArgumentException">It has not two axes.</exception>
    public static double[,] ToMatrix(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.dim() != 2)
            throw new ArgumentException($"A matrix has two axes; the tensor is ({string.Join(", ", tensor.shape)}).", nameof(tensor));
        double[] values = tensor.ToDoubles();
        var matrix = new double[tensor.size(0), tensor.size(1)];
        for (int i = 0; i < values.Length; i++)
            matrix[i / matrix.GetLength(1), i % matrix.GetLength(1)] = values[i];
        return matrix;
    }

    /// <summary>All values, row by row.</summary>
    public static double[] ToDoubles(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using DisposeScope scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
    }
}
