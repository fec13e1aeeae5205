using Microsoft.Win32.SafeHandles;

namespace Workbench.Torch.Interop;

/// <summary>Owns one reference to a libtorch tensor; frees what a user forgets.</summary>
internal sealed class TensorHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public TensorHandle(nint tensor)
        : base(ownsHandle: true) => SetHandle(tensor);

    protected override bool ReleaseHandle()
    {
        Native.wb_tensor_free(handle);
        return true;
    }
}
