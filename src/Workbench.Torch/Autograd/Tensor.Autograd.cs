using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients of a tensor.</summary>
    public partial class Tensor
    {
        private static readonly Operator RetainGradOp = new("aten::retain_grad");

        public bool requires_grad
        {
            get
            {
                bool on = Native.wb_tensor_requires_grad(Hold()) != 0;
                Release();
                return on;
            }

            set => Check(Native.wb_tensor_set_requires_grad(Hold(), value ? 1 : 0), "requires_grad");
        }

        /// <summary>The gradient that backward has left here; null before.</summary>
        public Tensor? grad
        {
            get
            {
                Check(Native.wb_tensor_grad(Hold(), out nint found), "grad");
                return OwnOrNull(found);
            }

            set
            {
                nint to = value?.Hold() ?? 0;
                int status = Native.wb_tensor_set_grad(Hold(), to);
                value?.Release();
                Check(status, "grad");
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>A second tensor object over the same values, with gradients switched as asked.</summary>
        public Tensor with_requires_grad(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return new Tensor(Alias());
        }

        /// <summary>Gradients of this scalar, added to the grad of the leaves that it depends on.</summary>
        public void backward() => autograd.backward([this], null, null);

        /// <param name="grad_tensors">The gradient that comes in, of this tensor's shape; none for a scalar.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph || create_graph, create_graph, inputs);

        /// <summary>Keeps the gradient of a tensor that is not a leaf.</summary>
        public void retain_grad() => RetainGradOp.CallVoid(this);
    }
}
