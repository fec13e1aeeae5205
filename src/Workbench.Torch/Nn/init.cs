using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Initialisations, in place and without history. With the same seed each draws the same numbers as
        /// PyTorch's function of the same name.
        /// </summary>
        public static partial class init
        {
            /// <summary>What a layer's fan counts.</summary>
            public enum FanInOut
            {
                /// <summary>Inputs of a unit: keeps the variance forwards.</summary>
                FanIn,

                /// <summary>Units an input reaches: keeps the variance backwards.</summary>
                FanOut,
            }

            /// <summary>Which activation follows, for the gain.</summary>
            public enum NonlinearityType
            {
                /// <summary>None: gain 1.</summary>
                Linear,

                /// <summary>None: gain 1.</summary>
                Conv1D,

                /// <summary>None: gain 1.</summary>
                Conv2D,

                /// <summary>None: gain 1.</summary>
                Conv3D,

                /// <summary>None: gain 1.</summary>
                ConvTranspose1D,

                /// <summary>None: gain 1.</summary>
                ConvTranspose2D,

                /// <summary>None: gain 1.</summary>
                ConvTranspose3D,

                /// <summary>Gain 1.</summary>
                Sigmoid,

                /// <summary>Gain 5/3.</summary>
                Tanh,

                /// <summary>Gain √2.</summary>
                ReLU,

                /// <summary>Gain √(2 / (1 + slope²)).</summary>
                LeakyReLU,
            }

            /// <summary>The factor on the standard deviation for an activation.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + param * param)),
                _ => 1,
            };

            /// <summary>Fan-in and fan-out of a weight (O, I, receptive field…).</summary>
            /// <exception cref="ArgumentException">Fewer than two dimensions.</exception>
            public static (long, long) CalculateFanInAndFanOut(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException(
                        $"Fan-in and fan-out need at least two dimensions, not [{string.Join(", ", shape)}].", nameof(tensor));
                var field = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * field, shape[0] * field);
            }

            /// <summary>All elements to one value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Change(tensor, t => InPlace.Fill(t, val));

            /// <summary>All elements to 1.</summary>
            public static Tensor ones_(Tensor tensor) => Change(tensor, t => InPlace.Fill(t, 1));

            /// <summary>All elements to 0.</summary>
            public static Tensor zeros_(Tensor tensor) => Change(tensor, InPlace.Zero);

            /// <summary>Uniform on [low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Change(tensor, t => InPlace.Uniform(t, low, high, generator));

            /// <summary>Normal.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Change(tensor, t => InPlace.Normal(t, mean, std, generator));

            /// <summary>Uniform within ±gain √(6 / (fan-in + fan-out)) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var bound = Math.Sqrt(3.0) * (gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal with deviation gain √(2 / (fan-in + fan-out)) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            /// <summary><see cref="xavier_uniform_"/> under its other name.</summary>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <summary><see cref="xavier_normal_"/> under its other name.</summary>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>Uniform within ±√3 gain / √fan (He et al. 2015).</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal with deviation gain / √fan (He et al. 2015).</summary>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static Tensor Change(Tensor tensor, Action<Tensor> change)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                using var _ = no_grad();
                change(tensor);
                return tensor;
            }
        }
    }
}
