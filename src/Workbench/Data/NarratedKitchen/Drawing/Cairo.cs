using System.Runtime.InteropServices;

namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>The part of libcairo's C interface that is drawn with; names and meanings as in cairo.h.</summary>
internal static partial class Cairo
{
    private const string Library = "libcairo.so.2";

    public const int FormatArgb32 = 0;
    public const int LineCapRound = 1;
    public const int LineJoinRound = 1;
    public const int AntialiasFast = 4;
    public const int FilterFast = 0;

    [LibraryImport(Library)] public static partial CairoSurfaceHandle cairo_image_surface_create(int format, int width, int height);
    [LibraryImport(Library)] public static partial void cairo_surface_destroy(nint surface);
    [LibraryImport(Library)] public static partial int cairo_surface_status(CairoSurfaceHandle surface);
    [LibraryImport(Library)] public static partial void cairo_surface_flush(CairoSurfaceHandle surface);
    [LibraryImport(Library)] public static partial void cairo_surface_mark_dirty(CairoSurfaceHandle surface);
    [LibraryImport(Library)] public static partial nint cairo_image_surface_get_data(CairoSurfaceHandle surface);
    [LibraryImport(Library)] public static partial int cairo_image_surface_get_stride(CairoSurfaceHandle surface);
    [LibraryImport(Library)] public static partial CairoContextHandle cairo_create(CairoSurfaceHandle surface);
    [LibraryImport(Library)] public static partial void cairo_destroy(nint context);
    [LibraryImport(Library)] public static partial int cairo_status(CairoContextHandle context);
    [LibraryImport(Library)] public static partial nint cairo_status_to_string(int status);
    [LibraryImport(Library)] public static partial void cairo_save(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_restore(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_translate(CairoContextHandle context, double x, double y);
    [LibraryImport(Library)] public static partial void cairo_scale(CairoContextHandle context, double x, double y);
    [LibraryImport(Library)] public static partial void cairo_rotate(CairoContextHandle context, double radians);
    [LibraryImport(Library)] public static partial void cairo_identity_matrix(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_move_to(CairoContextHandle context, double x, double y);
    [LibraryImport(Library)] public static partial void cairo_line_to(CairoContextHandle context, double x, double y);
    [LibraryImport(Library)]
    public static partial void cairo_curve_to(CairoContextHandle context, double x1, double y1, double x2, double y2, double x3, double y3);
    [LibraryImport(Library)]
    public static partial void cairo_arc(CairoContextHandle context, double x, double y, double radius, double from, double to);
    [LibraryImport(Library)] public static partial void cairo_close_path(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_new_path(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_new_sub_path(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_rectangle(CairoContextHandle context, double x, double y, double width, double height);
    [LibraryImport(Library)] public static partial void cairo_clip(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_set_source_rgba(CairoContextHandle context, double r, double g, double b, double a);
    [LibraryImport(Library)]
    public static partial void cairo_set_source_surface(CairoContextHandle context, CairoSurfaceHandle surface, double x, double y);
    [LibraryImport(Library)] public static partial nint cairo_get_source(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_pattern_set_filter(nint pattern, int filter);
    [LibraryImport(Library)] public static partial void cairo_fill(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_fill_preserve(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_stroke(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_paint(CairoContextHandle context);
    [LibraryImport(Library)] public static partial void cairo_paint_with_alpha(CairoContextHandle context, double alpha);
    [LibraryImport(Library)] public static partial void cairo_set_line_width(CairoContextHandle context, double width);
    [LibraryImport(Library)] public static partial void cairo_set_line_cap(CairoContextHandle context, int cap);
    [LibraryImport(Library)] public static partial void cairo_set_line_join(CairoContextHandle context, int join);
    [LibraryImport(Library)] public static partial void cairo_set_antialias(CairoContextHandle context, int antialias);
    [LibraryImport(Library)] public static partial void cairo_set_tolerance(CairoContextHandle context, double tolerance);
    [LibraryImport(Library)] public static partial int cairo_surface_write_to_png(CairoSurfaceHandle surface, [MarshalAs(UnmanagedType.LPUTF8Str)] string path);
    [LibraryImport(Library)]
    public static partial void cairo_select_font_face(CairoContextHandle context, [MarshalAs(UnmanagedType.LPUTF8Str)] string family, int slant, int weight);
    [LibraryImport(Library)] public static partial void cairo_set_font_size(CairoContextHandle context, double size);
    [LibraryImport(Library)]
    public static partial void cairo_show_text(CairoContextHandle context, [MarshalAs(UnmanagedType.LPUTF8Str)] string text);
}
