namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a floating type.</summary>
    public struct FInfo
    {
        public int bits;
        public double eps;
        public double max;
        public double min;
        public double tiny;
        public double smallest_normal;
        public double resolution;

        internal static FInfo Of(ScalarType type) => type switch
        {
            ScalarType.Float16 => Make(16, Math.ScaleB(1, -10), 65504, Math.ScaleB(1, -14), 1e-3),
            ScalarType.BFloat16 => Make(16, Math.ScaleB(1, -7), BFloat16.MaxValue.ToSingle(), Math.ScaleB(1, -126), 1e-2),
            ScalarType.Float32 => Make(32, Math.ScaleB(1, -23), float.MaxValue, Math.ScaleB(1, -126), 1e-6),
            ScalarType.Float64 => Make(64, Math.ScaleB(1, -52), double.MaxValue, Math.ScaleB(1, -1022), 1e-15),
            _ => throw new ArgumentException($"{type} is not a floating type", nameof(type)),
        };

        private static FInfo Make(int bits, double eps, double max, double tiny, double resolution) => new()
        {
            bits = bits,
            eps = eps,
            max = max,
            min = -max,
            tiny = tiny,
            smallest_normal = tiny,
            resolution = resolution,
        };
    }
}
