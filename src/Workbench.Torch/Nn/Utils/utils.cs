using TorchSharp.Modules;
using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Gradients and parameters as a whole.</summary>
        public static partial class utils
        {
            private static readonly Operator s_norm = new("aten::norm", "Scalar");
            private static readonly Operator s_norms = new("aten::_foreach_norm", "Scalar");
            private static readonly Operator s_scale = new("aten::_foreach_mul_", "Scalar");
            private static readonly Operator s_clamp = new("aten::clamp_");

            /// <summary>Scales all gradients together so that their norm is at most max_norm.</summary>
            /// <param name="tensors">Parameters; those without a gradient count for nothing.</param>
            /// <param name="max_norm">The greatest norm left.</param>
            /// <param name="norm_type">p; infinity for the greatest element.</param>
            /// <returns>The norm before; NaN or infinity where a gradient has them (nothing is scaled by NaN then).</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var gradients = tensors.Select(parameter => parameter.grad).OfType<Tensor>().ToArray();
                if (gradients.Length == 0)
                    return 0;
                var total = TotalNorm(gradients, norm_type);
                var scale = Math.Min(max_norm / (total + 1e-6), 1);
                // PyTorch multiplies always; a factor of 1 changes nothing, and NaN must not spread silently here.
                if (scale < 1)
                    s_scale.CallVoid(gradients, scale);
                return total;
            }

            /// <summary>Limits each element of the gradients to [-clip_value, clip_value].</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                using var _ = no_grad();
                foreach (var parameter in tensors)
                {
                    using var gradient = parameter.grad;
                    if (gradient is not null)
                        s_clamp.CallVoid(gradient, -clip_value, clip_value);
                }
            }

            /// <summary>All parameters as one vector, with history.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                using var scope = NewDisposeScope();
                return cat([.. tensors.Select(parameter => parameter.reshape(-1))], 0).MoveToOuterDisposeScope();
            }

            /// <summary>Copies a vector's pieces into the parameters.</summary>
            /// <exception cref="ArgumentException">The vector has not as many elements as the parameters.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                var parameters = tensors.ToList();
                var total = parameters.Sum(parameter => parameter.numel());
                if (vec.dim() != 1 || vec.numel() != total)
                    throw new ArgumentException(
                        $"The vector must be [{total}], not [{string.Join(", ", vec.shape)}].", nameof(vec));
                using var _ = no_grad();
                var at = 0L;
                foreach (var parameter in parameters)
                {
                    using var piece = vec.narrow(0, at, parameter.numel());
                    using var shaped = piece.view_as(parameter);
                    InPlace.Copy(parameter, shaped);
                    at += parameter.numel();
                }
            }

            private static double TotalNorm(Tensor[] gradients, double norm_type)
            {
                if (double.IsPositiveInfinity(norm_type))
                    return gradients.Max(gradient => s_norm.Call(gradient, norm_type).ToDouble());
                var norms = s_norms.CallList(gradients, norm_type);
                return s_norm.Call(stack(norms), norm_type).ToDouble();
            }
        }
    }
}
