using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which C# type is which of libtorch's.</summary>
internal static class ElementTypes
{
    public static ScalarType Of(Type type) =>
        type == typeof(float) ? ScalarType.Float32
        : type == typeof(double) ? ScalarType.Float64
        : type == typeof(long) ? ScalarType.Int64
        : type == typeof(int) ? ScalarType.Int32
        : type == typeof(short) ? ScalarType.Int16
        : type == typeof(byte) ? ScalarType.Byte
        : type == typeof(sbyte) ? ScalarType.Int8
        : type == typeof(bool) ? ScalarType.Bool
        : type == typeof(Half) ? ScalarType.Float16
        : type == typeof(BFloat16) ? ScalarType.BFloat16
        : type == typeof((float, float)) ? ScalarType.ComplexFloat32
        : type == typeof(Complex) ? ScalarType.ComplexFloat64
        : throw new ArgumentException($"there is no tensor of {type}", nameof(type));

    /// <exception cref="ArgumentException">A tensor of <paramref name="dtype"/> is not read as <typeparamref name="T"/>.</exception>
    public static void Demand<T>(ScalarType dtype)
        where T : unmanaged
    {
        ScalarType asked = Of(typeof(T));
        if (asked != dtype && !(dtype is ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32))
            throw new ArgumentException(
                $"the tensor holds {dtype}, {typeof(T)} is {asked}: ask for {NameOf(dtype)}, or convert first with .to({asked})",
                nameof(dtype));
    }

    private static string NameOf(ScalarType dtype) => dtype switch
    {
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.Int64 => "long",
        ScalarType.Int32 => "int",
        ScalarType.Int16 => "short",
        ScalarType.Byte => "byte",
        ScalarType.Int8 => "sbyte",
        ScalarType.Bool => "bool",
        ScalarType.Float16 => "Half",
        ScalarType.BFloat16 => "BFloat16",
        ScalarType.ComplexFloat32 => "(float, float)",
        _ => "System.Numerics.Complex",
    };
}
