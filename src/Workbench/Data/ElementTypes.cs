using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Workbench.Data;

/// <summary>Names, sizes and conversions of <see cref="ElementType"/>. Files are little-endian, as the supported machines are.</summary>
public static class ElementTypes
{
    /// <summary>The type named in a safetensors header ("F32", "BOOL", …), or null where the workbench does not know it.</summary>
    public static ElementType? Parse(string? name) => name switch
    {
        "F64" => ElementType.F64,
        "F32" => ElementType.F32,
        "F16" => ElementType.F16,
        "BF16" => ElementType.BF16,
        "I64" => ElementType.I64,
        "I32" => ElementType.I32,
        "I16" => ElementType.I16,
        "I8" => ElementType.I8,
        "U8" => ElementType.U8,
        "BOOL" => ElementType.Bool,
        _ => null,
    };

    /// <summary>The name in a safetensors header.</summary>
    public static string NameInFile(this ElementType type) => type == ElementType.Bool ? "BOOL" : type.ToString();

    /// <summary>Bytes of one element.</summary>
    public static int ByteSize(this ElementType type) => type switch
    {
        ElementType.F64 or ElementType.I64 => 8,
        ElementType.F32 or ElementType.I32 => 4,
        ElementType.F16 or ElementType.BF16 or ElementType.I16 => 2,
        ElementType.I8 or ElementType.U8 or ElementType.Bool => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not one of the element types."),
    };

    /// <summary>True for F64, F32, F16 and BF16.</summary>
    public static bool IsFloatingPoint(this ElementType type) => type is ElementType.F64 or ElementType.F32 or ElementType.F16 or ElementType.BF16;

    /// <summary>Bytes of an array of this type and shape.</summary>
    /// <exception cref="ArgumentException">A negative dimension, or more than 2⁶³ - 1 bytes.</exception>
    public static long ByteSize(this ElementType type, ReadOnlySpan<long> shape)
    {
        long bytes = type.ByteSize();
        var empty = false;
        foreach (var size in shape)
        {
            if (size < 0)
                throw new ArgumentException($"A shape has no negative dimension; [{string.Join(", ", shape.ToArray())}] was given.", nameof(shape));
            if (size == 0)
                empty = true;
            else if (bytes > long.MaxValue / size)
                throw new ArgumentException($"An array of shape [{string.Join(", ", shape.ToArray())}] is too large to be counted.", nameof(shape));
            else
                bytes *= size;
        }
        return empty ? 0 : bytes;
    }

    /// <summary>Converts floating-point bytes to single precision. F16 and BF16 widen exactly, F64 is rounded to nearest.</summary>
    /// <param name="values">One element for each element of <paramref name="bytes"/>.</param>
    internal static void ToSingle(ElementType type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        switch (type)
        {
            case ElementType.F32:
                bytes.CopyTo(MemoryMarshal.AsBytes(values));
                return;
            case ElementType.F16:
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(bytes), values);
                return;
            case ElementType.BF16:
                for (var i = 0; i < values.Length; i++)
                    values[i] = BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]) << 16);
                return;
            case ElementType.F64:
                for (var i = 0; i < values.Length; i++)
                    values[i] = (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * i)..]);
                return;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "A floating-point type is expected.");
        }
    }

    /// <summary>Converts the bytes of a whole-number type, BOOL included, to 64 bits.</summary>
    internal static void ToInt64(ElementType type, ReadOnlySpan<byte> bytes, Span<long> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = type switch
            {
                ElementType.I64 => BinaryPrimitives.ReadInt64LittleEndian(bytes[(8 * i)..]),
                ElementType.I32 => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]),
                ElementType.I16 => BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]),
                ElementType.I8 => (sbyte)bytes[i],
                ElementType.U8 or ElementType.Bool => bytes[i],
                _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A whole-number type is expected."),
            };
    }
}
