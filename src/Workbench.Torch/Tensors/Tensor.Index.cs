using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Indexing as PyTorch does it: numbers, slices, None and ellipses first become a view; masks and index tensors then
    /// pick from, or write into, that view in one call.
    /// </summary>
    public partial class Tensor
    {
        private static readonly Operator IndexTensorOp = new("aten::index", "Tensor");
        private static readonly Operator IndexPutInPlaceOp = new("aten::index_put_");
        private static readonly Operator SliceViewOp = new("aten::slice", "Tensor");
        private static readonly Operator UnsqueezeViewOp = new("aten::unsqueeze");

        public Tensor index(params TensorIndex[] indices)
        {
            (Tensor view, Tensor?[]? picks) = Resolve(indices);
            if (picks is null) return view;
            Tensor picked = IndexTensorOp.Call(view, picks);
            if (!ReferenceEquals(view, this)) view.Dispose();
            return picked;
        }

        public Tensor index(params Tensor[] indices) => IndexTensorOp.Call(this, (Tensor?[])indices);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor one = ScalarTensor(value);
            return index_put_(one, indices, false);
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using Tensor one = ScalarTensor(value);
            return index_put_(one, indices, false);
        }

        /// <param name="accumulate">Add to what is there instead of replacing it; equal indices then add up.</param>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            ArgumentNullException.ThrowIfNull(value);
            (Tensor view, Tensor?[]? picks) = Resolve(indices);
            if (picks is not null) IndexPutInPlaceOp.CallVoid(view, picks, Here(value), accumulate);
            else if (accumulate) view.add_(Here(value));
            else view.copy_(Leading(value, view));
            if (!ReferenceEquals(view, this)) view.Dispose();
            return this;
        }

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            IndexPutInPlaceOp.InPlace(this, (Tensor?[])indices, Here(value), accumulate);

        /// <summary>A value may have more leading dimensions of size one than the place it is written to.</summary>
        private static Tensor Leading(Tensor value, Tensor place)
        {
            long extra = value.dim() - place.dim();
            if (extra <= 0) return value;
            long[] shape = value.shape;
            return shape.Take((int)extra).All(size => size == 1) ? value.reshape(shape[(int)extra..]) : value;
        }

        private Tensor Here(Tensor value) => value.dtype == dtype ? value : value.to(dtype);

        private Tensor ScalarTensor(Scalar value) => FullOp.Call(Array.Empty<long>(), value, dtype, Value.None, device);

        /// <summary>The view that the plain entries select, and the index tensors by its dimension (null: none at all).</summary>
        private (Tensor View, Tensor?[]? Picks) Resolve(TensorIndex[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            int taken = indices.Sum(Consumed);
            if (taken > dim())
                throw new ArgumentException($"{taken} indices for a tensor of {dim()} dimensions", nameof(indices));
            var view = this;
            List<Tensor?>? picks = null;
            int at = 0;
            foreach (TensorIndex entry in indices)
            {
                switch (entry.Kind)
                {
                    case TensorIndex.Form.Single:
                        Replace(ref view, SelectIntOp.Call(view, at, entry.Start!.Value));
                        break;
                    case TensorIndex.Form.Slice:
                        if (entry.Step is <= 0)
                            throw new ArgumentException($"a slice's step is 1 or more, not {entry.Step}", nameof(indices));
                        Replace(ref view, SliceViewOp.Call(view, at++, entry.Start, entry.Stop, entry.Step ?? 1));
                        break;
                    case TensorIndex.Form.Ellipsis:
                        at += (int)dim() - taken;
                        break;
                    case TensorIndex.Form.None:
                        Replace(ref view, UnsqueezeViewOp.Call(view, at++));
                        break;
                    case TensorIndex.Form.Bool:
                        Replace(ref view, UnsqueezeViewOp.Call(view, at));
                        Pick(ref picks, at++, torch.tensor(new[] { entry.Truth }, device: device));
                        break;
                    default:
                        Pick(ref picks, at, entry.Mask!);
                        at += Consumed(entry);
                        break;
                }
            }

            if (ReferenceEquals(view, this) && picks is null) view = alias();
            return (view, picks?.ToArray());
        }

        private static int Consumed(TensorIndex entry) => entry.Kind switch
        {
            TensorIndex.Form.Single or TensorIndex.Form.Slice => 1,
            TensorIndex.Form.Tensor => entry.Mask!.dtype is ScalarType.Bool ? (int)entry.Mask.dim() : 1,
            _ => 0,
        };

        /// <summary>One entry a dimension; a mask of n dimensions stands for n of them by itself.</summary>
        private static void Pick(ref List<Tensor?>? picks, int at, Tensor tensor)
        {
            picks ??= [];
            int entries = picks.Sum(pick => pick is { dtype: ScalarType.Bool } ? (int)pick.dim() : 1);
            for (; entries < at; entries++) picks.Add(null);
            picks.Add(tensor);
        }

        private void Replace(ref Tensor view, Tensor next)
        {
            if (!ReferenceEquals(view, this)) view.Dispose();
            view = next;
        }
    }
}
