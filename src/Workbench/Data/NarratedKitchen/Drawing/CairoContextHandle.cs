using System.Runtime.InteropServices;

namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Owns a cairo_t.</summary>
internal sealed class CairoContextHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Cairo.cairo_destroy(handle);
        return true;
    }
}
