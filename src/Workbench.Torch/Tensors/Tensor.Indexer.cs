namespace TorchSharp;

public static partial class torch
{
    /// <summary>Square brackets. Reading numbers and slices gives views; reading masks and index tensors copies.</summary>
    public partial class Tensor
    {
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params long[] indices]
        {
            get => Entry(indices);
            set => SetEntry(indices, value);
        }

        public Tensor this[long i1]
        {
            get => SelectIntOp.Call(this, 0, i1);
            set => SetEntry([i1], value);
        }

        public Tensor this[long i1, long i2]
        {
            get => Entry([i1, i2]);
            set => SetEntry([i1, i2], value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => Entry([i1, i2, i3]);
            set => SetEntry([i1, i2, i3], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Entry([i1, i2, i3, i4]);
            set => SetEntry([i1, i2, i3, i4], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Entry([i1, i2, i3, i4, i5]);
            set => SetEntry([i1, i2, i3, i4, i5], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Entry([i1, i2, i3, i4, i5, i6]);
            set => SetEntry([i1, i2, i3, i4, i5, i6], value);
        }

        private Tensor Entry(ReadOnlySpan<long> indices)
        {
            if (indices.Length == 0) return alias();
            Tensor at = SelectIntOp.Call(this, 0, indices[0]);
            for (int k = 1; k < indices.Length; k++)
                using (Tensor before = at) at = SelectIntOp.Call(before, 0, indices[k]);
            return at;
        }

        private void SetEntry(ReadOnlySpan<long> indices, Tensor value)
        {
            using Tensor at = Entry(indices);
            at.copy_(value);
        }
    }
}
