using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Interop;

/// <summary>
/// Tensors in TorchSharp's own file format: type, number of dimensions and sizes as 7-bit encoded integers, then the
/// values in row-major order, little-endian.
/// </summary>
internal static class TensorFile
{
    private const int Piece = 1 << 20;
    private const int MostDimensions = 64;

    public static void Write(BinaryWriter writer, Tensor tensor)
    {
        using var plain = tensor.detach();
        using var here = plain.cpu();
        using var values = here.contiguous();
        writer.Write7BitEncodedInt64((long)values.dtype);
        writer.Write7BitEncodedInt64(values.dim());
        foreach (var size in values.shape)
            writer.Write7BitEncodedInt64(size);
        writer.Flush();
        writer.BaseStream.Write(values.bytes);
    }

    /// <exception cref="InvalidDataException">No tensor begins here, or the file ends inside it.</exception>
    public static Tensor Read(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        var tensor = empty(shape, dtype: type, device: CPU);
        try
        {
            Fill(reader, tensor.bytes);
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    private static (ScalarType, long[]) ReadHeader(BinaryReader reader)
    {
        var type = reader.Read7BitEncodedInt64();
        var dimensions = reader.Read7BitEncodedInt64();
        if (!Enum.IsDefined((ScalarType)Math.Clamp(type, -1, 127)) || dimensions is < 0 or > MostDimensions)
            throw new InvalidDataException($"No tensor here: type {type}, {dimensions} dimensions.");
        var shape = new long[dimensions];
        for (var k = 0; k < shape.Length; k++)
            shape[k] = reader.Read7BitEncodedInt64();
        var left = reader.BaseStream.CanSeek ? reader.BaseStream.Length - reader.BaseStream.Position : long.MaxValue;
        if (shape.Any(size => size < 0) || shape.Aggregate(1.0, (product, size) => product * size) > left)
            throw new InvalidDataException($"A tensor [{string.Join(", ", shape)}] does not fit in the {left} bytes left.");
        return ((ScalarType)type, shape);
    }

    private static void Fill(BinaryReader reader, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = reader.Read(bytes[..Math.Min(Piece, bytes.Length)]);
            if (count == 0)
                throw new InvalidDataException($"The file ends {bytes.Length} bytes before the tensor does.");
            bytes = bytes[count..];
        }
    }
}
