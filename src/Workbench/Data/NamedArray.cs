using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Workbench.Data;

/// <summary>A named array as it goes into a safetensors file: row-major, little-endian bytes.</summary>
public sealed record NamedArray(string Name, ElementType Type, long[] Shape, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>An array stored as F32.</summary>
    /// <exception cref="ArgumentException">The number of values is not the product of the shape.</exception>
    public static NamedArray OfSingles(string name, long[] shape, ReadOnlySpan<float> values) =>
        Checked(new(name, ElementType.F32, shape, MemoryMarshal.AsBytes(values).ToArray()));

    /// <summary>An array rounded to F16 (to nearest, ties to even).</summary>
    /// <exception cref="ArgumentException">The shape does not fit, or a finite value exceeds F16's range of ±65,504.</exception>
    public static NamedArray OfHalves(string name, long[] shape, ReadOnlySpan<float> values)
    {
        var bytes = new byte[2L * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var half = (Half)values[i];
            if (Half.IsInfinity(half) && float.IsFinite(values[i]))
                throw new ArgumentException($"'{name}': value {i} is {values[i]:R}, outside the range of F16 (±65,504); store it as F32.", nameof(values));
            BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(2 * i), half);
        }
        return Checked(new(name, ElementType.F16, shape, bytes));
    }

    /// <summary>An array stored as I64.</summary>
    /// <exception cref="ArgumentException">The number of values is not the product of the shape.</exception>
    public static NamedArray OfInt64s(string name, long[] shape, ReadOnlySpan<long> values) =>
        Checked(new(name, ElementType.I64, shape, MemoryMarshal.AsBytes(values).ToArray()));

    /// <summary>The array itself, when its bytes are as many as its type and shape ask for.</summary>
    internal static NamedArray Checked(NamedArray array)
    {
        ArgumentNullException.ThrowIfNull(array.Name);
        ArgumentNullException.ThrowIfNull(array.Shape);
        var expected = array.Type.ByteSize(array.Shape);
        if (array.Bytes.Length != expected)
            throw new ArgumentException(
                $"'{array.Name}': shape [{string.Join(", ", array.Shape)}] of {array.Type.NameInFile()} takes {expected} bytes; {array.Bytes.Length} were given.", nameof(array));
        return array;
    }
}
