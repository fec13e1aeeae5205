using System.Runtime.InteropServices;

namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>A picture to draw on, in pixels from the top left; the units can be moved, turned and stretched. One thread at a time.</summary>
internal sealed class Canvas : IDisposable
{
    private readonly CairoSurfaceHandle _surface;
    private readonly CairoContextHandle _context;

    public Canvas(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        (Width, Height) = (width, height);
        try
        {
            _surface = Cairo.cairo_image_surface_create(Cairo.FormatArgb32, width, height);
        }
        catch (DllNotFoundException inner)
        {
            throw new PlatformNotSupportedException("pictures are drawn with libcairo, which is not installed. On Debian: apt install libcairo2", inner);
        }
        Check(Cairo.cairo_surface_status(_surface));
        _context = Cairo.cairo_create(_surface);
        Check(Cairo.cairo_status(_context));
        Cairo.cairo_set_antialias(_context, Cairo.AntialiasFast);
        Cairo.cairo_set_tolerance(_context, 0.25);
        Cairo.cairo_set_line_cap(_context, Cairo.LineCapRound);
        Cairo.cairo_set_line_join(_context, Cairo.LineJoinRound);
    }

    public int Width { get; }
    public int Height { get; }

    public void Save() => Cairo.cairo_save(_context);
    public void Restore() => Cairo.cairo_restore(_context);
    public void Reset() => Cairo.cairo_identity_matrix(_context);
    public void Translate(double x, double y) => Cairo.cairo_translate(_context, x, y);
    public void Scale(double x, double y) => Cairo.cairo_scale(_context, x, y);
    public void Rotate(double degrees) => Cairo.cairo_rotate(_context, degrees * Math.PI / 180);

    /// <summary>Moves, turns and stretches in one go; the caller restores.</summary>
    public void Enter(double x, double y, double degrees = 0, double scale = 1)
    {
        Save();
        Translate(x, y);
        if (degrees != 0)
            Rotate(degrees);
        if (scale != 1)
            Scale(scale, scale);
    }

    public void MoveTo(double x, double y) => Cairo.cairo_move_to(_context, x, y);
    public void LineTo(double x, double y) => Cairo.cairo_line_to(_context, x, y);
    public void CurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => Cairo.cairo_curve_to(_context, x1, y1, x2, y2, x3, y3);
    public void ClosePath() => Cairo.cairo_close_path(_context);
    public void Rectangle(double x, double y, double width, double height) => Cairo.cairo_rectangle(_context, x, y, width, height);

    /// <summary>Keeps drawing inside the current path until the next <see cref="Restore"/>.</summary>
    public void Clip() => Cairo.cairo_clip(_context);

    /// <summary>An elliptic arc added to the path, angles in degrees, clockwise from the right.</summary>
    public void Arc(double x, double y, double radiusX, double radiusY, double from, double to)
    {
        Save();
        Translate(x, y);
        Scale(radiusX, radiusY);
        Cairo.cairo_arc(_context, 0, 0, 1, from * Math.PI / 180, to * Math.PI / 180);
        Restore();
    }

    public void Ellipse(double x, double y, double radiusX, double radiusY)
    {
        Cairo.cairo_new_sub_path(_context);
        Arc(x, y, radiusX, radiusY, 0, 360);
        ClosePath();
    }

    public void RoundRectangle(double x, double y, double width, double height, double radius)
    {
        Cairo.cairo_new_sub_path(_context);
        Cairo.cairo_arc(_context, x + width - radius, y + radius, radius, -Math.PI / 2, 0);
        Cairo.cairo_arc(_context, x + width - radius, y + height - radius, radius, 0, Math.PI / 2);
        Cairo.cairo_arc(_context, x + radius, y + height - radius, radius, Math.PI / 2, Math.PI);
        Cairo.cairo_arc(_context, x + radius, y + radius, radius, Math.PI, 3 * Math.PI / 2);
        ClosePath();
    }

    /// <summary>A closed polygon through x, y pairs.</summary>
    public void Polygon(params ReadOnlySpan<double> xy)
    {
        MoveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.Length; i += 2)
            LineTo(xy[i], xy[i + 1]);
        ClosePath();
    }

    public void Fill(Rgb colour, double alpha = 1)
    {
        Cairo.cairo_set_source_rgba(_context, colour.R, colour.G, colour.B, alpha);
        Cairo.cairo_fill(_context);
    }

    public void Stroke(Rgb colour, double width, double alpha = 1)
    {
        Cairo.cairo_set_source_rgba(_context, colour.R, colour.G, colour.B, alpha);
        Cairo.cairo_set_line_width(_context, width);
        Cairo.cairo_stroke(_context);
    }

    /// <summary>Fills the path and outlines it in a darker shade.</summary>
    public void Shape(Rgb colour, double line = 1.2)
    {
        Cairo.cairo_set_source_rgba(_context, colour.R, colour.G, colour.B, 1);
        Cairo.cairo_fill_preserve(_context);
        Stroke(colour.Darker(0.5), line);
    }

    public void Disc(double x, double y, double radiusX, double radiusY, Rgb colour, double line = 1.2)
    {
        Ellipse(x, y, radiusX, radiusY);
        if (line > 0)
            Shape(colour, line);
        else
            Fill(colour);
    }

    public void Line(double x1, double y1, double x2, double y2, Rgb colour, double width, double alpha = 1)
    {
        MoveTo(x1, y1);
        LineTo(x2, y2);
        Stroke(colour, width, alpha);
    }

    public void Paint(Rgb colour, double alpha = 1)
    {
        Cairo.cairo_set_source_rgba(_context, colour.R, colour.G, colour.B, alpha);
        Cairo.cairo_paint(_context);
    }

    /// <summary>Lays another picture over this one at the current origin.</summary>
    public void Draw(Canvas picture, bool smooth = true)
    {
        Cairo.cairo_set_source_surface(_context, picture._surface, 0, 0);
        if (!smooth)
            Cairo.cairo_pattern_set_filter(Cairo.cairo_get_source(_context), Cairo.FilterFast);
        Cairo.cairo_paint(_context);
    }

    public void Text(double x, double y, string text, double size, Rgb colour)
    {
        Cairo.cairo_select_font_face(_context, "DejaVu Sans", 0, 0);
        Cairo.cairo_set_font_size(_context, size);
        Cairo.cairo_set_source_rgba(_context, colour.R, colour.G, colour.B, 1);
        MoveTo(x, y);
        Cairo.cairo_show_text(_context, text);
        Cairo.cairo_new_path(_context);
    }

    /// <summary>The pixels, four bytes each in the order B, G, R, unused; rows without padding.</summary>
    public unsafe ReadOnlySpan<byte> Bgra()
    {
        Cairo.cairo_surface_flush(_surface);
        // An ARGB32 row is 4·Width bytes, already a multiple of cairo's alignment.
        return new((void*)Cairo.cairo_image_surface_get_data(_surface), Width * Height * 4);
    }

    /// <summary>Sets every pixel from RGB24, row-major.</summary>
    public unsafe void SetRgb(ReadOnlySpan<byte> rgb)
    {
        if (rgb.Length != Width * Height * 3)
            throw new ArgumentException($"A picture of {Width}×{Height} has {Width * Height * 3} bytes of RGB; {rgb.Length} were given.", nameof(rgb));
        Cairo.cairo_surface_flush(_surface);
        var bgra = new Span<byte>((void*)Cairo.cairo_image_surface_get_data(_surface), Width * Height * 4);
        for (int i = 0, j = 0; j < rgb.Length; i += 4, j += 3)
            (bgra[i], bgra[i + 1], bgra[i + 2], bgra[i + 3]) = (rgb[j + 2], rgb[j + 1], rgb[j], 255);
        Cairo.cairo_surface_mark_dirty(_surface);
    }

    /// <summary>The pixels as RGB24, row-major, seen in a coloured light.</summary>
    public byte[] ToRgb(Rgb light)
    {
        var rgb = new byte[Width * Height * 3];
        CopyRgb(rgb, light);
        return rgb;
    }

    /// <summary>Writes the pixels as RGB24, each part multiplied by the light's.</summary>
    public void CopyRgb(Span<byte> rgb, Rgb light)
    {
        ReadOnlySpan<byte> bgra = Bgra();
        if (rgb.Length != Width * Height * 3)
            throw new ArgumentException($"A picture of {Width}×{Height} has {Width * Height * 3} bytes of RGB; room for {rgb.Length} was given.", nameof(rgb));
        uint r = Part(light.R), g = Part(light.G), b = Part(light.B);
        for (int i = 0, j = 0; j < rgb.Length; i += 4, j += 3)
        {
            rgb[j] = (byte)(bgra[i + 2] * r >> 8);
            rgb[j + 1] = (byte)(bgra[i + 1] * g >> 8);
            rgb[j + 2] = (byte)(bgra[i] * b >> 8);
        }
        static uint Part(double share) => (uint)Math.Round(256 * Math.Clamp(share, 0, 1));
    }

    /// <summary>Writes a .png that is whole or not there.</summary>
    public void WritePng(string path)
    {
        string temporary = Path.GetTempFileName();
        try
        {
            Check(Cairo.cairo_surface_write_to_png(_surface, temporary));
            AtomicFile.WriteBytes(path, File.ReadAllBytes(temporary));
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public void Dispose()
    {
        _context?.Dispose();
        _surface?.Dispose();
    }

    private static void Check(int status)
    {
        if (status != 0)
            throw new InvalidOperationException($"libcairo: {Marshal.PtrToStringUTF8(Cairo.cairo_status_to_string(status))}");
    }
}
