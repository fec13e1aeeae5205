using Workbench.Torch.Interop;

namespace TorchSharp;

/// <summary>What becomes of types when tensors meet, and what a type can hold.</summary>
public static partial class torch
{
    private static readonly Operator ResultTypeTensorOp = new("aten::result_type", "Tensor");

    /// <summary>The smallest type that holds the values of both.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) =>
        (ScalarType)Native.wb_promote_types((int)type1, (int)type2);

    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        (ScalarType)ResultTypeTensorOp.CallLong(tensor1, tensor2);

    public static bool can_cast(ScalarType from, ScalarType to) => Native.wb_can_cast((int)from, (int)to) != 0;

    /// <exception cref="ArgumentException">Not a type of whole numbers.</exception>
    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"{type} is not a type of whole numbers", nameof(type)),
    };

    public static FInfo finfo() => finfo(get_default_dtype());

    /// <exception cref="ArgumentException">Not a floating type.</exception>
    public static FInfo finfo(ScalarType dtype) => FInfo.Of(dtype);

    public static bool is_tensor(object obj) => obj is Tensor;

    /// <summary>The shape that tensors of these shapes take together.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var joined = new long[shapes.Max(shape => shape.Length)];
        Array.Fill(joined, 1);
        foreach (long[] shape in shapes)
        {
            for (int k = 1; k <= shape.Length; k++)
            {
                ref long to = ref joined[^k];
                if (shape[^k] == 1 || shape[^k] == to) continue;
                if (to != 1)
                    throw new ArgumentException($"[{string.Join(", ", shape)}] does not broadcast with {to} at dimension -{k}", nameof(shapes));
                to = shape[^k];
            }
        }

        return new Size(joined);
    }
}
