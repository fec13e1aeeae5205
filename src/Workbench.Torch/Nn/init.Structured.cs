using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            private static readonly Operator s_qr = new("aten::linalg_qr");
            private static readonly Operator s_indexFill = new("aten::index_fill_", "int_Scalar");

            /// <summary>
            /// Normal, cut to [a, b] by the inverse distribution function. Bounds are absolute, not in deviations.
            /// </summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                double low = NormalDistribution((a - mean) / std), high = NormalDistribution((b - mean) / std);
                return Change(tensor, t =>
                {
                    InPlace.Uniform(t, 2 * low - 1, 2 * high - 1, generator);
                    InPlace.InverseErrorFunction(t);
                    InPlace.Multiply(t, std * Math.Sqrt(2.0));
                    InPlace.Add(t, mean);
                    InPlace.Clamp(t, a, b);
                });
            }

            /// <summary>A (semi-)orthogonal matrix; further dimensions are flattened (Saxe et al. 2013).</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.dim() < 2)
                    throw new ArgumentException(
                        $"orthogonal_ needs at least two dimensions, not [{string.Join(", ", tensor.shape)}].", nameof(tensor));
                if (tensor.numel() == 0)
                    return tensor;
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                long rows = tensor.shape[0], columns = tensor.numel() / rows;
                var draws = empty(rows, columns, dtype: tensor.dtype, device: tensor.device);
                InPlace.Normal(draws, 0, 1);
                var (q, r) = s_qr.Call2(rows < columns ? draws.t() : draws, "reduced");
                var orthogonal = q.mul(r.diag().sign());
                InPlace.Copy(tensor, (rows < columns ? orthogonal.t() : orthogonal).reshape(tensor.shape).mul(gain));
                return tensor;
            }

            /// <summary>The identity, cut or extended by zeros. Two dimensions.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.dim() != 2)
                    throw new ArgumentException(
                        $"eye_ needs two dimensions, not [{string.Join(", ", tensor.shape)}].", nameof(tensor));
                using var identity = eye(tensor.shape[0], tensor.shape[1], dtype: tensor.dtype, device: tensor.device);
                return Change(tensor, t => InPlace.Copy(t, identity));
            }

            /// <summary>A convolution that hands its channels through. Three to five dimensions.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                var shape = tensor.shape;
                if (shape.Length is < 3 or > 5)
                    throw new ArgumentException(
                        $"dirac_ needs three to five dimensions, not [{string.Join(", ", shape)}].", nameof(tensor));
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                InPlace.Zero(tensor);
                var centre = tensor;
                for (var k = shape.Length - 1; k >= 2; k--)
                    centre = centre.select(k, shape[k] / 2);
                InPlace.Copy(centre, eye(shape[0], shape[1], dtype: tensor.dtype, device: tensor.device));
                return tensor;
            }

            /// <summary>Normal with a share of each column zeroed (Martens 2010). Two dimensions.</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.dim() != 2)
                    throw new ArgumentException(
                        $"sparse_ needs two dimensions, not [{string.Join(", ", tensor.shape)}].", nameof(tensor));
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var zeros = (long)Math.Ceiling(sparsity * tensor.shape[0]);
                InPlace.Normal(tensor, 0, std);
                for (var column = 0L; column < tensor.shape[1]; column++)
                {
                    var rows = randperm(tensor.shape[0]).narrow(0, 0, zeros).to(tensor.device);
                    s_indexFill.CallVoid(tensor.select(1, column), 0, rows, 0);
                }
                return tensor;
            }

            private static double NormalDistribution(double x)
            {
                // The error function through libtorch: .NET has none, and PyTorch uses the C library's at double precision.
                using var at = tensor(x / Math.Sqrt(2.0), dtype: ScalarType.Float64);
                using var value = at.erf();
                return (1 + value.ToDouble()) / 2;
            }
        }
    }
}
