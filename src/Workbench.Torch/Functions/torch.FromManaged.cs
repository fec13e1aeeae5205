using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Workbench.Torch.Interop;

namespace TorchSharp;

/// <summary>Tensors over managed memory: copied once, or shared without a copy (frombuffer).</summary>
public static partial class torch
{
    /// <summary>A tensor with a copy of an array of any rank.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        Type element = rawArray.GetType().GetElementType()!;
        if (element.IsArray)
            throw new ArgumentException("an array of arrays has no shape; use a rectangular array (float[,]) or stack()", nameof(rawArray));
        long[] shape = [.. Enumerable.Range(0, rawArray.Rank).Select(rawArray.GetLongLength)];
        Tensor made = Tensor.FromMemory(Bytes(rawArray, element), shape, ElementTypes.Of(element));
        return Finish(made, dtype, device, requires_grad);
    }

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>The tensor itself when it is of that type and on that device already.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);

    /// <summary>A tensor of one dimension that shares the array's memory; the array stays in place while the tensor lives.</summary>
    /// <param name="count">Values to take; all from the offset on when negative.</param>
    /// <param name="offset">Bytes to leave out.</param>
    public static unsafe Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        Span<byte> all = Bytes(rawArray, rawArray.GetType().GetElementType()!);
        int size = dtype.ElementSize();
        long take = count < 0 ? (all.Length - offset) / size : count;
        if (offset < 0 || offset + (take * size) > all.Length)
            throw new ArgumentOutOfRangeException(nameof(count), $"{take} values of {size} bytes from byte {offset} on do not lie in {all.Length} bytes");
        GCHandle pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        byte* data = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(all)) + offset;
        int status = Native.wb_tensor_from_blob(data, &take, 1, (int)dtype, &Unpin, (void*)GCHandle.ToIntPtr(pin), out nint made);
        if (status != 0) pin.Free();
        Failure.Check(status, "frombuffer");
        return Made(new Tensor(made), requires_grad);
    }

    internal static Tensor FromManaged<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged => Finish(Tensor.FromCopy(values, shape, ElementTypes.Of(typeof(T))), dtype, device, requires_grad);

    private static ReadOnlySpan<T> Values<T>(IList<T> list) => list switch
    {
        T[] array => array,
        List<T> inner => CollectionsMarshal.AsSpan(inner),
        _ => list.ToArray(),
    };

    private static Tensor Finish(Tensor made, ScalarType? dtype, Device? device, bool requires_grad)
    {
        ScalarType type = dtype ?? made.dtype;
        Device place = device ?? defaultDevice;
        return Made(type == made.dtype && place.type == DeviceType.CPU ? made : made.to(type, place, disposeAfter: true), requires_grad);
    }

    private static Tensor Made(Tensor made, bool requires_grad)
    {
        if (requires_grad) made.requires_grad = true;
        return made;
    }

    /// <summary>Where a new tensor goes of which no device is said.</summary>
    private static Device? At(Device? device) => device is null
        ? defaultDevice.type == DeviceType.CPU ? null : defaultDevice
        : device.type == DeviceType.CPU ? device : InitializeDevice(device);

    private static Span<byte> Bytes(Array array, Type element)
    {
        return MemoryMarshal.CreateSpan(
            ref MemoryMarshal.GetArrayDataReference(array),
            checked((int)(array.LongLength * ElementTypes.Of(element).ElementSize())));
    }

    [UnmanagedCallersOnly]
    private static unsafe void Unpin(void* context) => GCHandle.FromIntPtr((nint)context).Free();
}
