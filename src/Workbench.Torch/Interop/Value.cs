using System.Text;
using TorchSharp;

namespace Workbench.Torch.Interop;

/// <summary>
/// One argument of an <see cref="Operator"/>: what libtorch's schema calls Tensor, int, float, Scalar, bool, str, Device,
/// Generator, their lists and None. Made by implicit conversion, so that a call reads like the schema.
/// </summary>
internal readonly struct Value
{
    private Value(Tag tag, long bits, object? reference = null)
    {
        Tag = tag;
        Bits = bits;
        Reference = reference;
    }

    internal Tag Tag { get; }

    internal long Bits { get; }

    internal object? Reference { get; }

    /// <summary>No value: an optional argument left out, an undefined tensor.</summary>
    public static Value None => default;

    /// <summary>The schema's own default.</summary>
    public static Value Default => new(Tag.Default, 0);

    /// <summary>Bytes that the native side reads outside the value itself.</summary>
    internal int ScratchBytes => Tag switch
    {
        Tag.Ints => 8 * ((long[])Reference!).Length,
        Tag.Doubles => 8 * ((double[])Reference!).Length,
        Tag.Tensors => 8 * ((torch.Tensor?[])Reference!).Length,
        Tag.Bools => (((bool[])Reference!).Length + 7) & ~7,
        Tag.String => (Encoding.UTF8.GetMaxByteCount(((string)Reference!).Length) + 7) & ~7,
        Tag.Complex => 16,
        _ => 0,
    };

    public static implicit operator Value(torch.Tensor? tensor) =>
        tensor is null ? default : new(Tag.Tensor, 0, tensor);

    public static implicit operator Value(long value) => new(Tag.Int, value);

    public static implicit operator Value(int value) => new(Tag.Int, value);

    public static implicit operator Value(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Value(bool value) => new(Tag.Bool, value ? 1 : 0);

    public static implicit operator Value(long? value) => value is { } v ? v : default(Value);

    public static implicit operator Value(int? value) => value is { } v ? v : default(Value);

    public static implicit operator Value(double? value) => value is { } v ? v : default(Value);

    public static implicit operator Value(bool? value) => value is { } v ? v : default(Value);

    public static implicit operator Value(string? value) => value is null ? default : new(Tag.String, 0, value);

    public static implicit operator Value(torch.ScalarType type) => new(Tag.Int, (int)type);

    public static implicit operator Value(torch.ScalarType? type) => type is { } t ? t : default(Value);

    public static implicit operator Value(torch.Device? device) =>
        device is null ? default : new(Tag.Device, ((long)device.index << 32) | (uint)device.type);

    public static implicit operator Value(torch.Generator? generator) =>
        generator is null ? default : new(Tag.Generator, 0, generator);

    public static implicit operator Value(long[]? values) => values is null ? default : new(Tag.Ints, 0, values);

    public static implicit operator Value(double[]? values) => values is null ? default : new(Tag.Doubles, 0, values);

    public static implicit operator Value(bool[]? values) => values is null ? default : new(Tag.Bools, 0, values);

    public static implicit operator Value(torch.Tensor?[]? tensors) =>
        tensors is null ? default : new(Tag.Tensors, 0, tensors);

    public static implicit operator Value(Scalar? scalar) => scalar is null ? default : scalar.Kind switch
    {
        Scalar.Number.Integer => new(Tag.Int, scalar.Bits),
        Scalar.Number.Real => new(Tag.Double, scalar.Bits),
        Scalar.Number.Boolean => new(Tag.Bool, scalar.Bits),
        _ => new(Tag.Complex, 0, scalar),
    };
}
