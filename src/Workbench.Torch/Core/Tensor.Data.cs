using System.Runtime.InteropServices;
using TorchSharp.Utils;
using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor's values, read and written from managed code. Only for tensors on the CPU.</summary>
    public partial class Tensor
    {
        /// <summary>The raw memory of a contiguous tensor, without a copy.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new InvalidOperationException("the tensor's values are not in order in memory: use contiguous() first");
                return new Span<byte>((void*)DataPointer(), checked((int)(numel() * element_size())));
            }

            set
            {
                Span<byte> to = bytes;
                if (value.Length != to.Length)
                    throw new ArgumentException($"{value.Length} bytes for a tensor of {to.Length}", nameof(value));
                value.CopyTo(to);
            }
        }

        /// <summary>The values as <typeparamref name="T"/>, which must be the tensor's own type.</summary>
        public TensorAccessor<T> data<T>()
            where T : unmanaged => new(this);

        /// <summary>The only value of a tensor of one value, from any device.</summary>
        /// <exception cref="ArgumentException">The tensor has another number of values, or another type.</exception>
        public unsafe T item<T>()
            where T : unmanaged
        {
            if (numel() != 1)
                throw new ArgumentException($"item() reads a tensor of one value; this one is [{string.Join(", ", shape)}]");
            ElementTypes.Demand<T>(dtype);
            if (!is_cpu())
            {
                using Tensor here = cpu();
                return here.item<T>();
            }

            T value = *(T*)DataPointer();
            GC.KeepAlive(this);
            return value;
        }

        public T ReadCpuValue<T>(long i)
            where T : unmanaged => new TensorAccessor<T>(this)[i];

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        public float ReadCpuBFloat16(long i) => ReadCpuValue<BFloat16>(i).ToSingle();

        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Bool => item<bool>(),
            ScalarType.Byte => item<byte>(),
            ScalarType.Int8 => item<sbyte>(),
            ScalarType.Int16 => item<short>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Float16 => item<Half>(),
            ScalarType.BFloat16 => item<BFloat16>(),
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.ComplexFloat32 => item<(float, float)>(),
            ScalarType.ComplexFloat64 => item<System.Numerics.Complex>(),
            _ => throw new InvalidOperationException($"no scalar of {dtype}; use dequantize() first"),
        };

        internal nint DataPointer()
        {
            int status = Native.wb_tensor_data(Hold(), out nint pointer);
            Release();
            Failure.Check(status, "data");
            return pointer;
        }

        /// <summary>A tensor with a copy of managed memory.</summary>
        internal static Tensor FromCopy<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape, ScalarType type)
            where T : unmanaged
        {
            long count = 1;
            foreach (long size in shape) count = checked(count * size);
            if (count != values.Length)
                throw new ArgumentException($"{values.Length} values do not fill the shape [{string.Join(", ", shape.ToArray())}]", nameof(shape));
            return FromMemory(MemoryMarshal.AsBytes(values), shape, type);
        }

        internal static unsafe Tensor FromMemory(ReadOnlySpan<byte> raw, ReadOnlySpan<long> shape, ScalarType type)
        {
            fixed (byte* from = raw)
            fixed (long* sizes = shape)
            {
                Failure.Check(
                    Native.wb_tensor_from_copy(from, raw.Length, sizes, shape.Length, (int)type, out nint made), "tensor");
                return new Tensor(made);
            }
        }
    }
}
