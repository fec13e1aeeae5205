namespace TorchSharp;

public static partial class torch
{
    /// <summary>What several of the parts below share.</summary>
    public partial class Tensor
    {
        /// <summary>This tensor, or a copy of another type when one is asked for.</summary>
        private Tensor As(ScalarType? type) => type is { } wanted ? to(wanted) : this;

        private static long[] Dims((long, long) pair) => [pair.Item1, pair.Item2];

        private static long[] Dims((long, long, long) three) => [three.Item1, three.Item2, three.Item3];

        private static long[] Span(long start, long count) => [.. Enumerable.Range((int)start, (int)count).Select(k => (long)k)];

        private static string? Rounding(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();

        /// <summary>An argument for which TorchSharp writes -1 when it is left to libtorch.</summary>
        private static long? Given(long value) => value < 0 ? null : value;

        /// <summary>Copies a result into the tensor the caller gave for it.</summary>
        private static Tensor Into(Tensor? @out, Tensor result)
        {
            if (@out is null) return result;
            using (result) return @out.copy_(result);
        }

        private static Tensor Mark(Tensor made, bool requires_grad) => requires_grad ? made.requires_grad_() : made;

        private Tensor NewOnes(long[] size, ScalarType? dtype, Device? device, bool requires_grad) =>
            new_full(size, 1, dtype, device, requires_grad);
    }
}
