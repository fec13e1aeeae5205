using Microsoft.Win32.SafeHandles;

namespace Workbench.Torch.Interop;

/// <summary>Owns one reference to a libtorch random number generator.</summary>
internal sealed class GeneratorHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public GeneratorHandle(nint generator)
        : base(ownsHandle: true) => SetHandle(generator);

    protected override bool ReleaseHandle()
    {
        Native.wb_generator_free(handle);
        return true;
    }
}
