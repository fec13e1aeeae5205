namespace Workbench.Data.Formats;

/// <summary>A tensor of a PyTorch checkpoint: a view of a storage.</summary>
/// <param name="Storage">Where its elements are.</param>
/// <param name="Offset">Its first element.</param>
/// <param name="Shape">Its shape; empty for a scalar.</param>
/// <param name="Strides">Elements from one index to the next, for each dimension.</param>
internal sealed record TorchTensor(TorchStorage Storage, long Offset, long[] Shape, long[] Strides)
{
    /// <summary>The elements lie one after the other.</summary>
    public bool IsContiguous
    {
        get
        {
            long expected = 1;
            for (int d = Shape.Length - 1; d >= 0; d--)
            {
                if (Shape[d] != 1 && Strides[d] != expected)
                    return false;
                expected *= Math.Max(Shape[d], 1);
            }

            return true;
        }
    }

    /// <summary>What is wrong with its sizes, or null.</summary>
    public string? Fault()
    {
        Int128 elements = 1, last = Offset;
        for (int d = 0; d < Shape.Length; d++)
        {
            if (Shape[d] < 0 || Strides[d] < 0)
                return $"sizes [{string.Join(", ", Shape)}] and strides [{string.Join(", ", Strides)}] must not be negative";
            elements = elements > long.MaxValue ? elements : elements * Shape[d];
            last += (Int128)Math.Max(Shape[d] - 1, 0) * Strides[d];
        }

        if (Offset < 0 || elements > Storage.Count || (elements > 0 && last >= Storage.Count))
            return $"sizes [{string.Join(", ", Shape)}], strides [{string.Join(", ", Strides)}] and offset {Offset} do not fit into its storage of {Storage.Count} elements";
        return null;
    }

    /// <summary>The positions of its elements within the storage, in row-major order, less the offset.</summary>
    public IEnumerable<long> Positions()
    {
        var index = new long[Shape.Length];
        long count = Shape.Aggregate(1L, (a, b) => a * b), at = 0;
        for (long i = 0; i < count; i++)
        {
            yield return at;
            for (int d = Shape.Length - 1; d >= 0; d--)
            {
                at += Strides[d];
                if (++index[d] < Shape[d])
                    break;
                at -= index[d] * Strides[d];
                index[d] = 0;
            }
        }
    }
}
