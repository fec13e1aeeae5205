using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whole-tensor equality, for collections; == compares value by value.</summary>
    public partial class Tensor
    {
        private static readonly Operator EqualOp = new("aten::equal");

        /// <summary>True for the same shape and the same values.</summary>
        public bool Equals(Tensor? target) => target is not null && EqualOp.CallBool(this, target);

        public override bool Equals(object? obj) => obj is Tensor target && Equals(target);

        /// <summary>By identity: values change.</summary>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
