using System.Collections;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>A CPU tensor's memory, seen as values of <typeparamref name="T"/> in the order of its shape.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor tensor;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;
    private readonly nint start;
    private bool disposed;

    internal TensorAccessor(Tensor tensor)
    {
        ElementTypes.Demand<T>(tensor.dtype);
        this.tensor = tensor;
        start = tensor.DataPointer();
        shape = tensor.shape;
        strides = tensor.stride();
        Count = tensor.numel();
        contiguous = tensor.is_contiguous();
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    /// <summary>The value at an index of the tensor's shape; one index counts through all values.</summary>
    public T this[params long[] indices]
    {
        get => *At(indices);
        set => *At(indices) = value;
    }

    public static bool operator ==(TensorAccessor<T>? left, TensorAccessor<T>? right) =>
        left is null ? right is null : left.Equals(right);

    public static bool operator !=(TensorAccessor<T>? left, TensorAccessor<T>? right) => !(left == right);

    public T[] ToArray()
    {
        var values = new T[Count];
        CopyTo(values.AsSpan());
        return values;
    }

    /// <summary>An array of the tensor's rank.</summary>
    public Array ToNDArray()
    {
        if (shape.Length == 0) return ToArray();
        var array = Array.CreateInstance(typeof(T), shape);
        ref byte first = ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array);
        CopyTo(System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref first), checked((int)Count)));
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies the values from <paramref name="tensorIndex"/> on, as far as both reach.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        Span<T> to = array[arrayIndex..];
        int count = (int)Math.Min(to.Length, Count - tensorIndex);
        if (contiguous)
        {
            new Span<T>((T*)Data + tensorIndex, count).CopyTo(to);
            GC.KeepAlive(tensor);
            return;
        }

        for (int k = 0; k < count; k++) to[k] = *Flat(tensorIndex + k);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Overwrites the values from <paramref name="tensorIndex"/> on, as far as both reach.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ReadOnlySpan<T> from = array[arrayIndex..];
        int count = (int)Math.Min(from.Length, Count - tensorIndex);
        if (contiguous)
        {
            from[..count].CopyTo(new Span<T>((T*)Data + tensorIndex, count));
            GC.KeepAlive(tensor);
            return;
        }

        for (int k = 0; k < count; k++) *Flat(tensorIndex + k) = from[k];
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long k = 0; k < Count; k++) yield return Value(k);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && start == other.start && Count == other.Count;

    public override int GetHashCode() => HashCode.Combine(start, Count);

    public void Dispose() => disposed = true;

    private nint Data
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            ObjectDisposedException.ThrowIf(tensor.IsInvalid, tensor);
            return start;
        }
    }

    private T Value(long k) => *Flat(k);

    private T* At(long[] indices)
    {
        if (indices.Length == 1 && shape.Length != 1) return Flat(indices[0]);
        if (indices.Length != shape.Length)
            throw new ArgumentException($"{indices.Length} indices for a tensor of {shape.Length} dimensions", nameof(indices));
        long offset = 0;
        for (int k = 0; k < indices.Length; k++)
        {
            if (indices[k] < 0 || indices[k] >= shape[k])
                throw new ArgumentOutOfRangeException(nameof(indices), indices[k], $"dimension {k} has {shape[k]} entries");
            offset += indices[k] * strides[k];
        }

        return (T*)Data + offset;
    }

    private T* Flat(long index)
    {
        if (index < 0 || index >= Count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"the tensor has {Count} values");
        if (contiguous) return (T*)Data + index;
        long offset = 0;
        for (int k = shape.Length - 1; k >= 0; k--)
        {
            offset += index % shape[k] * strides[k];
            index /= shape[k];
        }

        return (T*)Data + offset;
    }
}
