using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>PyTorch's engine for gradients.</summary>
    public static partial class autograd
    {
        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Adds the gradients of <paramref name="tensors"/> to the grad of the leaves they depend on.</summary>
        /// <param name="grad_tensors">The gradients that come in, one a tensor; none for scalars.</param>
        /// <param name="retain_graph">Keep the graph for another pass; as create_graph unless given.</param>
        /// <param name="inputs">Only these leaves; all when left out.</param>
        public static unsafe void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            using var roots = new Borrowed(tensors);
            using var seeds = Seeds(grad_tensors, tensors.Count);
            using var leaves = new Borrowed(inputs ?? []);
            fixed (nint* r = roots.Handles)
            fixed (nint* s = seeds.Handles)
            fixed (nint* l = leaves.Handles)
                Failure.Check(
                    Native.wb_backward(r, s, tensors.Count, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, l, leaves.Handles.Length),
                    "backward");
        }

        /// <summary>The gradients of <paramref name="outputs"/> with respect to <paramref name="inputs"/>; adds to no grad.</summary>
        /// <returns>One a tensor of inputs; null for one that has no part in the outputs, if that is allowed.</returns>
        public static unsafe IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            ArgumentNullException.ThrowIfNull(outputs);
            ArgumentNullException.ThrowIfNull(inputs);
            using var roots = new Borrowed(outputs);
            using var seeds = Seeds(grad_outputs, outputs.Count);
            using var leaves = new Borrowed(inputs);
            var found = new nint[inputs.Count];
            fixed (nint* r = roots.Handles)
            fixed (nint* s = seeds.Handles)
            fixed (nint* l = leaves.Handles)
            fixed (nint* f = found)
                Failure.Check(
                    Native.wb_grad(r, s, outputs.Count, l, inputs.Count, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, f),
                    "autograd.grad");
            return [.. found.Select(handle => Tensor.OwnOrNull(handle)!)];
        }

        /// <summary>Until disposed: backward says which forward step made a NaN. Slow; for finding errors.</summary>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        private static Borrowed Seeds(IList<Tensor>? given, int count)
        {
            if (given is not null && given.Count != count)
                throw new ArgumentException($"{given.Count} incoming gradients for {count} tensors", nameof(given));
            return given is null ? new Borrowed(count) : new Borrowed(given);
        }
    }
}
