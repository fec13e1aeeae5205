using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Workbench.Data;

/// <summary>
/// Rows of one video's array, gathered in the form in which a store keeps them, so that a long video takes no more memory than it will take
/// on the disk (twice that while the buffer grows).
/// </summary>
/// <param name="name">The array's name.</param>
/// <param name="type">F16 or F32.</param>
/// <param name="rowShape">The shape of one row.</param>
internal sealed class FeatureRows(string name, ElementType type, params long[] rowShape)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly int _rowSize = (int)rowShape.Aggregate(1L, (product, size) => product * size);

    /// <summary>Rows so far.</summary>
    public long Count { get; private set; }

    /// <summary>Adds whole rows.</summary>
    /// <exception cref="ArgumentException">No whole rows; a value that is not finite or outside the range of F16.</exception>
    public void Add(ReadOnlySpan<float> values)
    {
        if (_rowSize == 0 || values.Length % _rowSize != 0)
            throw new ArgumentException($"'{name}': rows of {_rowSize} values were expected, {values.Length} values were given.", nameof(values));
        Write(_bytes, name, values, type);
        Count += values.Length / _rowSize;
    }

    /// <summary>All rows: [rows, the row's shape]. The bytes are those gathered, not a copy.</summary>
    public NamedArray ToArray() => NamedArray.Checked(new(name, type, [Count, .. rowShape], _bytes.WrittenMemory));

    /// <summary>A whole array in a store's type.</summary>
    /// <exception cref="ArgumentException">A shape that does not fit; a value that is not finite or outside the range of F16.</exception>
    public static NamedArray Store(string name, FeatureArray array, ElementType type)
    {
        var bytes = new ArrayBufferWriter<byte>(Math.Max(1, array.Values.Length * type.ByteSize()));
        Write(bytes, name, array.Values, type);
        return NamedArray.Checked(new(name, type, array.Shape, bytes.WrittenMemory));
    }

    private static void Write(ArrayBufferWriter<byte> to, string name, ReadOnlySpan<float> values, ElementType type)
    {
        for (var i = 0; i < values.Length; i++)
            if (!float.IsFinite(values[i]))
                throw new ArgumentException($"'{name}': value {i} is {values[i]}; features are finite.", nameof(values));
        var bytes = to.GetSpan(Math.Max(1, values.Length * type.ByteSize()))[..(values.Length * type.ByteSize())];
        if (type == ElementType.F32)
            MemoryMarshal.AsBytes(values).CopyTo(bytes);
        else
        {
            var halves = MemoryMarshal.Cast<byte, Half>(bytes);
            TensorPrimitives.ConvertToHalf(values, halves);
            for (var i = 0; i < halves.Length; i++)
                if (Half.IsInfinity(halves[i]))
                    throw new ArgumentException($"'{name}': value {i} is {values[i]:R}, outside the range of F16 (±65,504); store it as F32.", nameof(values));
        }
        to.Advance(bytes.Length);
    }
}
