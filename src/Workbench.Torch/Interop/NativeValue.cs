using System.Runtime.InteropServices;

namespace Workbench.Torch.Interop;

/// <summary>wb_value of shim.h: one argument or result of an operator.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct NativeValue
{
    [FieldOffset(0)]
    public Tag Tag;

    /// <summary>Elements of a list, bytes of a string, the index of a device.</summary>
    [FieldOffset(4)]
    public int Count;

    [FieldOffset(8)]
    public long Bits;

    [FieldOffset(8)]
    public double Real;

    [FieldOffset(8)]
    public nint Pointer;
}
