namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>A step with one result: y = T.apply(x, …).</summary>
        public abstract class SingleTensorFunction<T> : Function<T>
            where T : SingleTensorFunction<T>, new()
        {
            public static Tensor apply(params object?[] vars) => apply_internal(vars)[0];

            public abstract Tensor forward(AutogradContext ctx, params object?[] vars);

            /// <returns>One gradient a tensor among forward's arguments, in their order; null where there is none.</returns>
            public abstract List<Tensor?> backward(AutogradContext ctx, Tensor grad_output);

            internal sealed override List<Tensor> Forward(AutogradContext ctx, object?[] vars) => [forward(ctx, vars)];

            internal sealed override List<Tensor?> Backward(AutogradContext ctx, List<Tensor> grads) => backward(ctx, grads[0]);
        }
    }
}
