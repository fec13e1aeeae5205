using System.Runtime.InteropServices;

namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Owns a cairo_surface_t.</summary>
internal sealed class CairoSurfaceHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Cairo.cairo_surface_destroy(handle);
        return true;
    }
}
