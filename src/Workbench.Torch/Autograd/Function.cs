using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>A step whose gradient is written by hand. Derive from SingleTensorFunction or MultiTensorFunction.</summary>
        public abstract class Function<T>
            where T : Function<T>, new()
        {
            /// <summary>Runs forward without recording and ties its results to backward.</summary>
            public static List<Tensor> apply_internal(params object?[] vars)
            {
                ArgumentNullException.ThrowIfNull(vars);
                var step = new T();
                var context = new AutogradContext();
                List<Tensor> outputs;
                using (no_grad()) outputs = step.Forward(context, vars);
                return ManagedStep.Attach(context, step.Backward, vars, outputs);
            }

            public string Name => typeof(T).Name;

            internal abstract List<Tensor> Forward(AutogradContext ctx, object?[] vars);

            internal abstract List<Tensor?> Backward(AutogradContext ctx, List<Tensor> grads);
        }
    }
}
