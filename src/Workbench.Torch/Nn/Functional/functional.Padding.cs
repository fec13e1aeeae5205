using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_pad = new("aten::pad");

            /// <summary>
            /// Pads the last dimensions: pairs (before, after), the last dimension first. Negative numbers crop.
            /// </summary>
            /// <param name="input">Any tensor; modes other than zeros and constant need (N, C, …).</param>
            /// <param name="pad">An even count of numbers, at most two a dimension.</param>
            /// <param name="mode">What the new positions hold.</param>
            /// <param name="value">The constant of <see cref="PaddingModes.Constant"/>.</param>
            public static Tensor pad(
                Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                mode is PaddingModes.Constant or PaddingModes.Zeros
                    ? s_pad.Call(input, pad, "constant", mode == PaddingModes.Zeros ? 0 : value)
                    : s_pad.Call(input, pad, Name(mode), Value.None);

            /// <summary>Pads the last dimensions: pairs (before, after), the last dimension first.</summary>
            public static Tensor pad(
                Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>Pads the last dimension by this much before and after.</summary>
            public static Tensor pad(
                Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad, pad], mode, value);

            /// <summary>Pads the last dimension: (before, after).</summary>
            public static Tensor pad(
                Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>Pads the last two dimensions: (left, right, top, bottom).</summary>
            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            private static string Name(PaddingModes mode) => mode switch
            {
                PaddingModes.Reflect => "reflect",
                PaddingModes.Replicate => "replicate",
                PaddingModes.Circular => "circular",
                _ => "constant",
            };
        }
    }
}
