using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Transposes and the parts of complex values.</summary>
    public partial class Tensor
    {
        private static readonly Operator NumpyTOp = new("aten::numpy_T");
        private static readonly Operator MatrixTOp = new("aten::mT");
        private static readonly Operator MatrixHOp = new("aten::mH");
        private static readonly Operator MatrixHermitianOp = new("aten::matrix_H");
        private static readonly Operator RealOp = new("aten::real");
        private static readonly Operator ImagOp = new("aten::imag");

        /// <summary>All dimensions in reverse order.</summary>
        public Tensor T => NumpyTOp.Call(this);

        /// <summary>The last two dimensions swapped.</summary>
        public Tensor mT => MatrixTOp.Call(this);

        public Tensor mH => MatrixHOp.Call(this);

        public Tensor H => MatrixHermitianOp.Call(this);

        public Tensor real => RealOp.Call(this);

        public Tensor imag => ImagOp.Call(this);
    }
}
