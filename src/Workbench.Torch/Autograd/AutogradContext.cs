using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What a forward step leaves for its backward step.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> data = [];

            internal AutogradContext()
            {
            }

            /// <summary>When true (the default) a gradient that does not arrive comes as zeros, else as null.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal List<Tensor> Saved { get; private set; } = [];

            internal List<Tensor> Dirty { get; private set; } = [];

            internal List<Tensor> NonDifferentiable { get; private set; } = [];

            internal int SavedCount { get; set; }

            internal nint Node { get; set; }

            /// <summary>Keeps inputs or outputs of the step; a change of them in place is then noticed in backward.</summary>
            public void save_for_backward(List<Tensor> tensors) => Saved = [.. tensors];

            /// <summary>The saved tensors. Only in backward.</summary>
            public unsafe List<Tensor> get_saved_variables()
            {
                if (Node == 0)
                    throw new InvalidOperationException("saved tensors can be read in backward only, and only if gradients were recorded");
                nint* found = stackalloc nint[Math.Max(SavedCount, 1)];
                Failure.Check(Native.wb_node_saved(Node, found, SavedCount, out int count), "get_saved_variables");
                var tensors = new List<Tensor>(count);
                for (int k = 0; k < count; k++) tensors.Add(Tensor.OwnOrNull(found[k])!);
                return tensors;
            }

            /// <summary>Says which inputs the step changed in place.</summary>
            public void mark_dirty(List<Tensor> tensors) => Dirty = [.. tensors];

            public void mark_non_differentiable(List<Tensor> tensors) => NonDifferentiable = [.. tensors];

            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            public void save_data(string key, object value) => data[key] = value;

            public object get_data(string key) => data.TryGetValue(key, out object? value)
                ? value
                : throw new KeyNotFoundException($"no data \"{key}\" were saved in forward; there are: {string.Join(", ", data.Keys)}");

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing) => data.Clear();
        }
    }
}
