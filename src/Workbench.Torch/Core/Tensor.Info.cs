using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a tensor says about itself.</summary>
    public partial class Tensor
    {
        private static readonly Operator IsLeafOp = new("aten::is_leaf");

        public long Dimensions => dim();

        public long ndim => dim();

        public long NumberOfElements => numel();

        public long ElementSize => element_size();

        public ScalarType dtype
        {
            get
            {
                var type = (ScalarType)Native.wb_tensor_dtype(Handle);
                GC.KeepAlive(this);
                return type;
            }
        }

        public Device device => new(device_type, device_index);

        public unsafe DeviceType device_type
        {
            get
            {
                int index;
                var type = (DeviceType)Native.wb_tensor_device(Handle, &index);
                GC.KeepAlive(this);
                return type;
            }
        }

        public unsafe int device_index
        {
            get
            {
                int index;
                _ = Native.wb_tensor_device(Handle, &index);
                GC.KeepAlive(this);
                return index;
            }
        }

        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[dim()];
                fixed (long* to = sizes) Check(Native.wb_tensor_sizes(Hold(), to, null), "shape");
                return sizes;
            }
        }

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_sparse
        {
            get
            {
                int layout = Native.wb_tensor_layout(Handle);
                GC.KeepAlive(this);
                return layout != 0;
            }
        }

        public bool is_leaf => IsLeafOp.CallBool(this);

        public long dim()
        {
            long count = Native.wb_tensor_dim(Handle);
            GC.KeepAlive(this);
            return count;
        }

        public long numel()
        {
            long count = Native.wb_tensor_numel(Handle);
            GC.KeepAlive(this);
            return count;
        }

        public long element_size()
        {
            long bytes = Native.wb_tensor_element_size(Handle);
            GC.KeepAlive(this);
            return bytes;
        }

        public long storage_offset()
        {
            long offset = Native.wb_tensor_storage_offset(Handle);
            GC.KeepAlive(this);
            return offset;
        }

        /// <summary>True when the values lie in memory in the order of the shape.</summary>
        public bool is_contiguous()
        {
            int answer = Native.wb_tensor_is_contiguous(Handle);
            GC.KeepAlive(this);
            return answer != 0;
        }

        public long[] size() => shape;

        public unsafe long size(int dim)
        {
            int count = (int)this.dim();
            int at = Wrap(dim, count);
            long* sizes = stackalloc long[count];
            Check(Native.wb_tensor_sizes(Hold(), sizes, null), "size");
            return sizes[at];
        }

        public unsafe long[] stride()
        {
            var strides = new long[dim()];
            fixed (long* to = strides) Check(Native.wb_tensor_sizes(Hold(), null, to), "stride");
            return strides;
        }

        public long stride(int dim) => stride()[Wrap(dim, (int)this.dim())];

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_quantized() => torch.is_quantized(dtype);

        private static int Wrap(int dim, int count) => dim >= -count && dim < count
            ? dim < 0 ? dim + count : dim
            : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"the tensor has {count} dimensions");

        /// <summary>Ends a native call on this tensor that began with Hold().</summary>
        private void Check(int status, string what)
        {
            Release();
            Failure.Check(status, what);
        }
    }
}
