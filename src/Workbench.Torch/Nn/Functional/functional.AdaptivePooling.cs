using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_adaptiveAvgPool1d = new("aten::adaptive_avg_pool1d");
            private static readonly Operator s_adaptiveAvgPool2d = new("aten::adaptive_avg_pool2d");
            private static readonly Operator s_adaptiveAvgPool3d = new("aten::adaptive_avg_pool3d");
            private static readonly Operator s_adaptiveMaxPool1d = new("aten::adaptive_max_pool1d");
            private static readonly Operator s_adaptiveMaxPool2d = new("aten::adaptive_max_pool2d");
            private static readonly Operator s_adaptiveMaxPool3d = new("aten::adaptive_max_pool3d");

            /// <summary>Means over as many windows as the output has positions.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                s_adaptiveAvgPool1d.Call(input, output_size);

            /// <summary>Means over as many windows as the output has positions.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                s_adaptiveAvgPool2d.Call(input, output_size);

            /// <summary>Means over as many windows as the output has positions.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                adaptive_avg_pool2d(input, Arguments.List(output_size));

            /// <summary>Means over as many windows as the output has positions.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                adaptive_avg_pool2d(input, Arguments.Repeat(output_size, 2));

            /// <summary>Means over as many windows as the output has positions.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) =>
                s_adaptiveAvgPool3d.Call(input, output_size);

            /// <summary>Means over as many windows as the output has positions.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                adaptive_avg_pool3d(input, Arguments.List(output_size));

            /// <summary>Means over as many windows as the output has positions.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) =>
                adaptive_avg_pool3d(input, Arguments.Repeat(output_size, 3));

            /// <summary>Maxima over as many windows as the output has positions.</summary>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) =>
                Values(adaptive_max_pool1d_with_indices(input, output_size));

            /// <summary>Maxima over as many windows as the output has positions, and where they were.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                s_adaptiveMaxPool1d.Call2(input, output_size);

            /// <summary>Maxima over as many windows as the output has positions.</summary>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) =>
                Values(adaptive_max_pool2d_with_indices(input, output_size));

            /// <summary>Maxima over as many windows as the output has positions, and where they were.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                s_adaptiveMaxPool2d.Call2(input, output_size);

            /// <summary>Maxima over as many windows as the output has positions.</summary>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size) =>
                Values(adaptive_max_pool3d_with_indices(input, output_size));

            /// <summary>Maxima over as many windows as the output has positions, and where they were.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) =>
                s_adaptiveMaxPool3d.Call2(input, output_size);

            private static Tensor Values((Tensor Values, Tensor Indices) pooled)
            {
                pooled.Indices.Dispose();
                return pooled.Values;
            }
        }
    }
}
