namespace TorchSharp;

public static partial class torch
{
    /// <summary>Raw bytes to and from streams, and handles for other libraries.</summary>
    public partial class Tensor
    {
        /// <summary>Writes the values' bytes in the order of the shape.</summary>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            using Tensor here = cpu().contiguous().alias();
            stream.Write(here.bytes);
        }

        /// <summary>Overwrites the values with as many bytes from the stream.</summary>
        /// <exception cref="EndOfStreamException">The stream holds fewer.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            stream.ReadExactly(bytes);
        }

        /// <summary>Hands the native tensor to the caller, who frees it; this object is disposed.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            nint own = Alias();
            Dispose();
            return own;
        }

        /// <summary>A tensor that takes over a handle from <see cref="DecoupleFromNativeHandle"/>.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => Own(handle);

        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);

        public static (Tensor, Tensor) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
            input.kthvalue(k, dim, keepdim);
    }
}
