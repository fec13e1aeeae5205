using System.Globalization;
using Workbench.Data;
using Workbench.Data.NarratedKitchen.Drawing;
using Workbench.Inference;
using Workbench.Metrics;

namespace Workbench.Report;

/// <summary>Draws what a model says about a video: heat over frames with box and arg-max, and a timeline below.</summary>
public sealed class GroundingPainter : IDisposable
{
    private const int Row = 16, Margin = 6, Names = 150;

    /// <summary>Okabe and Ito's palette, which colour-blind readers can tell apart.</summary>
    private static readonly Rgb[] s_actions = [.. new[] { 0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xF0E442 }.Select(Rgb.Hex)];

    private static readonly Rgb s_ink = Rgb.Hex(0x222222), s_quiet = Rgb.Hex(0xE4E4E4);

    private readonly GroundedVideo _video;
    private readonly int _width, _height;
    private readonly Canvas _frame;

    /// <param name="video">The answer.</param>
    /// <param name="width">Pixels across of the frames that will be drawn on.</param>
    /// <param name="height">Pixels down.</param>
    public GroundingPainter(GroundedVideo video, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(video);
        (_video, _width, _height) = (video, width, height);
        _frame = new Canvas(width, height);
    }

    /// <summary>Pixels across of a picture with its timeline; even.</summary>
    public int Width => Even(Math.Max(_width, 480) + (2 * Margin));

    /// <summary>Pixels down; even.</summary>
    public int Height => Even(_height + (2 * Margin) + 20 + (_video.Sentences.Count * Row) + 20);

    /// <summary>The picture of one second as RGB24.</summary>
    /// <param name="rgb">The frame.</param>
    /// <param name="second">Which second it is.</param>
    public byte[] Draw(ReadOnlySpan<byte> rgb, int second)
    {
        using Canvas picture = Paint(rgb, second);
        return picture.ToRgb(Rgb.White);
    }

    /// <summary>Writes the picture of one second as .png.</summary>
    public void WritePng(string path, ReadOnlySpan<byte> rgb, int second)
    {
        using Canvas picture = Paint(rgb, second);
        picture.WritePng(path);
    }

    public void Dispose() => _frame.Dispose();

    /// <summary>The box of the cells about the hottest one that reach half of the frame's range.</summary>
    public static Box BoxOf(HeatMap heat, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(heat);
        return HeatBox.From(heat, heat.Level(0.5), width, height);
    }

    private Canvas Paint(ReadOnlySpan<byte> rgb, int second)
    {
        var picture = new Canvas(Width, Height);
        picture.Paint(Rgb.White);
        _frame.SetRgb(rgb);
        int label = second < _video.Seconds ? _video.Labels[second] : TemporalDetection.Background;
        double left = (Width - _width) / 2.0;
        picture.Enter(left, Margin);
        picture.Draw(_frame);
        if (label != TemporalDetection.Background)
            Heat(picture, _video.Heat[second]!, s_actions[label % s_actions.Length]);
        picture.Restore();
        picture.Text(left, _height + Margin + 15, label == TemporalDetection.Background
            ? $"{second} s: none of the sentences"
            : string.Create(CultureInfo.InvariantCulture, $"{second} s: {_video.Sentences[label]} ({_video.Score_FP[second, label]:0.00})"), 12, s_ink);
        Timeline(picture, _height + Margin + 22, second);
        return picture;
    }

    private void Heat(Canvas picture, HeatMap heat, Rgb colour)
    {
        HeatPaint.Heat(picture, heat, _width, _height);
        Box box = BoxOf(heat, _width, _height);
        picture.Rectangle(box.Left + 1, box.Top + 1, box.Width - 2, box.Height - 2);
        picture.Stroke(colour, 2);
        HeatPaint.Cross(picture, HeatPeak.Find(heat, _width, _height));
    }

    private void Timeline(Canvas picture, double top, int second)
    {
        double start = Margin + Names, step = (Width - start - Margin) / Math.Max(1, _video.Seconds);
        for (int p = 0; p < _video.Sentences.Count; p++)
        {
            double y = top + (p * Row);
            string name = _video.Sentences[p];
            picture.Text(Margin, y + 11, name.Length <= 22 ? name : name[..21] + "…", 11, s_ink);
            picture.Rectangle(start, y, step * _video.Seconds, Row - 3);
            picture.Fill(s_quiet);
            foreach ((int sentence, int first, int count) in _video.Actions.Where(a => a.Sentence == p))
            {
                picture.Rectangle(start + (first * step), y, count * step, Row - 3);
                picture.Fill(s_actions[sentence % s_actions.Length]);
            }
        }

        double bottom = top + (_video.Sentences.Count * Row);
        picture.Line(start + ((second + 0.5) * step), top - 2, start + ((second + 0.5) * step), bottom, s_ink, 1.5);
        picture.Text(start, bottom + 10, "0 s", 10, s_ink);
        string end = $"{_video.Seconds} s";
        picture.Text(Width - Margin - (7 * end.Length), bottom + 10, end, 10, s_ink);
    }

    private static int Even(int n) => n + (n % 2);
}
