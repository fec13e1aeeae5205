using Workbench.Data;
using Workbench.Data.NarratedKitchen.Drawing;
using Workbench.Metrics;
using Workbench.Report.Images;

namespace Workbench.Report;

/// <summary>Rows of frames as in CoMMA's Figure 3: heat, a white circle at the centre prior, a cross at the arg-max; the true box besides, which the paper does not draw.</summary>
public static class LocalisationPainter
{
    private const int Margin = 8, Line = 22, Most = 320;

    private static readonly Rgb s_truth = Rgb.Hex(0x56B4E9), s_ink = Rgb.Hex(0x222222);

    /// <summary>Writes the rows as one .png, whole or not at all.</summary>
    /// <exception cref="ArgumentException">There is no frame.</exception>
    public static void WritePng(string path, IReadOnlyList<LocalisationRow> rows)
    {
        using Canvas picture = Paint(rows);
        picture.WritePng(path);
    }

    /// <summary>The rows as one picture, for figures.</summary>
    /// <exception cref="ArgumentException">There is no frame.</exception>
    public static Picture Draw(IReadOnlyList<LocalisationRow> rows)
    {
        using Canvas picture = Paint(rows);
        return Picture.Of(picture.ToRgb(Rgb.White), picture.Width, picture.Height, picture.Width);
    }

    private static Canvas Paint(IReadOnlyList<LocalisationRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0 || rows.Any(r => r.Frames.Count == 0))
            throw new ArgumentException("At least one row with at least one frame is expected.", nameof(rows));
        (int width, int height) = Size(rows[0].Frames[0]);
        int columns = rows.Max(r => r.Frames.Count), row = height + Line + Margin;
        var picture = new Canvas((columns * (width + Margin)) + Margin, (rows.Count * row) + Margin);
        picture.Paint(Rgb.White);
        for (int r = 0; r < rows.Count; r++)
        {
            picture.Text(Margin, (r * row) + Margin + 14, $"\"{rows[r].Sentence}\"", 13, s_ink);
            for (int c = 0; c < rows[r].Frames.Count; c++)
                Draw(picture, Margin + (c * (width + Margin)), (r * row) + Margin + Line, rows[r].Frames[c]);
        }

        return picture;
    }

    /// <summary>Half the annotation frame, at most 320 pixels across.</summary>
    private static (int Width, int Height) Size(LocalisationFrame frame)
    {
        double scale = Math.Min(1, Most / (double)frame.Picture.Width);
        return ((int)(frame.Picture.Width * scale), (int)(frame.Picture.Height * scale));
    }

    private static void Draw(Canvas picture, double left, double top, LocalisationFrame shown)
    {
        (int width, int height) = Size(shown);
        double scale = width / (double)shown.Picture.Width;
        using var frame = new Canvas(shown.Picture.Width, shown.Picture.Height);
        frame.SetRgb(shown.Picture.Rgb);
        picture.Enter(left, top, scale: scale);
        picture.Draw(frame);
        picture.Restore();
        picture.Enter(left, top);
        HeatPaint.Heat(picture, shown.Heat, width, height);
        Box truth = shown.Truth.Scale(scale, scale);
        picture.Rectangle(truth.Left, truth.Top, truth.Width, truth.Height);
        picture.Stroke(s_truth, 2);
        foreach ((Rgb shade, double line) in new[] { (Rgb.Black, 4.0), (Rgb.White, 2.0) })
        {
            picture.Ellipse(width / 2.0, height / 2.0, 7, 7);
            picture.Stroke(shade, line);
        }

        HeatPaint.Cross(picture, HeatPeak.Find(shown.Heat, width, height));
        picture.Restore();
    }
}
