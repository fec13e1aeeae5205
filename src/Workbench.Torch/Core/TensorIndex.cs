namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry between the brackets of an index: a number, a slice, a mask, None, an ellipsis.</summary>
    public readonly struct TensorIndex
    {
        public static readonly TensorIndex Ellipsis = new(Form.Ellipsis);

        /// <summary>A new dimension of size one.</summary>
        public static readonly TensorIndex None = new(Form.None);

        public static readonly TensorIndex Null = new(Form.None);

        /// <summary>A whole dimension.</summary>
        public static readonly TensorIndex Colon = new(Form.Slice);

        private TensorIndex(Form kind) => Kind = kind;

        internal enum Form
        {
            Single,
            Slice,
            Tensor,
            None,
            Ellipsis,
            Bool,
        }

        internal Form Kind { get; private init; }

        /// <summary>The number of a single index, or the start of a slice.</summary>
        internal long? Start { get; private init; }

        internal long? Stop { get; private init; }

        internal long? Step { get; private init; }

        internal Tensor? Mask { get; private init; }

        internal bool Truth { get; private init; }

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Index index) =>
            Single(index.IsFromEnd ? -index.Value : index.Value);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex((int?, int?) range) => Slice(range);

        /// <summary>A whole number or a mask as the tensor it stands for.</summary>
        public static implicit operator torch.Tensor(TensorIndex value) => value.Kind switch
        {
            Form.Tensor => value.Mask!,
            Form.Single => torch.tensor(value.Start!.Value),
            Form.Bool => torch.tensor(value.Truth),
            _ => throw new InvalidCastException($"a {value.Kind} index is not a tensor"),
        };

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(Form.Slice) { Start = start, Stop = stop, Step = step };

        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        public static TensorIndex Slice(Range range) => Slice(
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value);

        public static TensorIndex Bool(bool value) => new(Form.Bool) { Truth = value };

        public static TensorIndex Single(long? index) =>
            new(Form.Single) { Start = index ?? throw new ArgumentNullException(nameof(index)) };

        public static TensorIndex Tensor(torch.Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return new(Form.Tensor) { Mask = tensor };
        }
    }
}
