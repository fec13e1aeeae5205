namespace Workbench.Data;

/// <summary>Where an array lies in a safetensors file.</summary>
/// <param name="DType">Its element type.</param>
/// <param name="Shape">Its shape; empty for a scalar.</param>
/// <param name="Offset">Its first byte, counted from the beginning of the file.</param>
/// <param name="ByteLength">Its bytes, <c>DType.ByteSize(Shape)</c>.</param>
public sealed record TensorEntry(ElementType DType, long[] Shape, long Offset, long ByteLength)
{
    /// <summary>The number of elements.</summary>
    public long Count => ByteLength / DType.ByteSize();

    /// <summary>"F16 [12, 49, 512]".</summary>
    public override string ToString() => $"{DType.NameInFile()} [{string.Join(", ", Shape)}]";
}
