using System.Numerics;

namespace TorchSharp;

/// <summary>A number of any type, as libtorch's Scalar: made by implicit conversion.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(torch.ScalarType type, Number kind, long bits, Complex complex = default)
    {
        Type = type;
        Kind = kind;
        Bits = bits;
        Complex = complex;
    }

    internal enum Number
    {
        Integer,
        Real,
        Boolean,
        Complex,
    }

    public torch.ScalarType Type { get; }

    internal Number Kind { get; }

    /// <summary>The integer, the bits of the double, or 0 and 1.</summary>
    internal long Bits { get; }

    internal Complex Complex { get; }

    internal double Real => Kind switch
    {
        Number.Real => BitConverter.Int64BitsToDouble(Bits),
        Number.Complex => Complex.Real,
        _ => Bits,
    };

    internal long Whole => Kind is Number.Integer or Number.Boolean ? Bits : (long)Real;

    public static implicit operator Scalar(byte value) => Integer(torch.ScalarType.Byte, value);

    public static implicit operator Scalar(sbyte value) => Integer(torch.ScalarType.Int8, value);

    public static implicit operator Scalar(short value) => Integer(torch.ScalarType.Int16, value);

    public static implicit operator Scalar(int value) => Integer(torch.ScalarType.Int32, value);

    public static implicit operator Scalar(long value) => Integer(torch.ScalarType.Int64, value);

    public static implicit operator Scalar(bool value) => new(torch.ScalarType.Bool, Number.Boolean, value ? 1 : 0);

    public static implicit operator Scalar(Half value) => FromReal(torch.ScalarType.Float16, (double)value);

    public static implicit operator Scalar(BFloat16 value) => FromReal(torch.ScalarType.BFloat16, value.ToSingle());

    public static implicit operator Scalar(float value) => FromReal(torch.ScalarType.Float32, value);

    public static implicit operator Scalar(double value) => FromReal(torch.ScalarType.Float64, value);

    public static implicit operator Scalar((float, float) value) =>
        new(torch.ScalarType.ComplexFloat32, Number.Complex, 0, new Complex(value.Item1, value.Item2));

    public static implicit operator Scalar(Complex value) =>
        new(torch.ScalarType.ComplexFloat64, Number.Complex, 0, value);

    /// <summary>Does nothing: a scalar owns no memory outside the managed heap.</summary>
    public void Dispose()
    {
    }

    internal static Scalar FromReal(torch.ScalarType type, double value) =>
        new(type, Number.Real, BitConverter.DoubleToInt64Bits(value));

    private static Scalar Integer(torch.ScalarType type, long value) => new(type, Number.Integer, value);
}
