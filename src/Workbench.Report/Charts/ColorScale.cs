using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

/// <summary>
/// Colours from the smallest to the largest value, evenly spaced, written into every figure: plotly.js's named scales are not those of
/// plotly.py (its "Blues" runs from dark to light).
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="Colors">Colours as #rrggbb.</param>
/// <remarks>All of these grow or fall steadily in lightness, so that colour-blind readers and grey prints keep the order.</remarks>
public sealed record ColorScale(string Name, IReadOnlyList<string> Colors)
{
    /// <summary>Matplotlib's cividis: dark blue to yellow, made for colour-blind readers.</summary>
    public static ColorScale Cividis { get; } = new("Cividis", ["#00224e", "#123570", "#3b496c", "#575d6d", "#707173", "#8a8678", "#a59c74", "#c3b369", "#e1cc55", "#fee838"]);

    /// <summary>Matplotlib's viridis: dark violet to yellow.</summary>
    public static ColorScale Viridis { get; } = new("Viridis", ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"]);

    /// <summary>Matplotlib's inferno: black over red to pale yellow; the heat of overlays.</summary>
    public static ColorScale Inferno { get; } = new("Inferno", ["#000004", "#1b0c41", "#4a0c6b", "#781c6d", "#a52c60", "#cf4446", "#ed6925", "#fb9b06", "#fcffa4"]);

    /// <summary>ColorBrewer's blues: nearly white to dark blue.</summary>
    public static ColorScale Blues { get; } = new("Blues", ["#f7fbff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b"]);

    /// <summary>White to black.</summary>
    public static ColorScale Greys { get; } = new("Greys", ["#ffffff", "#f0f0f0", "#d9d9d9", "#bdbdbd", "#969696", "#737373", "#525252", "#252525", "#000000"]);

    /// <summary>ColorBrewer's red-blue, blue for negative: for values around 0; use it with equal limits on both sides.</summary>
    public static ColorScale RedBlue { get; } = new("RedBlue", ["#053061", "#2166ac", "#4393c3", "#92c5de", "#d1e5f0", "#f7f7f7", "#fddbc7", "#f4a582", "#d6604d", "#b2182b", "#67001f"]);

    /// <summary>The same colours the other way round.</summary>
    public ColorScale Reversed() => new(Name + "_r", [.. Colors.Reverse()]);

    /// <summary>The colour at a share in [0, 1] of the way, as #rrggbb.</summary>
    public string At(double share)
    {
        (int r, int g, int b) = Mixed(share);
        return string.Create(CultureInfo.InvariantCulture, $"#{r:x2}{g:x2}{b:x2}");
    }

    /// <summary>plotly.js's form: pairs of a place in [0, 1] and a colour.</summary>
    internal JsonArray ToJson() =>
        [.. Colors.Select((color, i) => (JsonNode)new JsonArray(PlotlyValues.Round((double)i / (Colors.Count - 1)), color))];

    /// <summary>The same with an opacity that grows from 0 to <paramref name="most"/>, to be laid over a picture.</summary>
    internal JsonArray ToTransparentJson(double most)
    {
        const int steps = 16;
        var scale = new JsonArray();
        for (int i = 0; i <= steps; i++)
        {
            double share = (double)i / steps;
            (int r, int g, int b) = Mixed(share);
            scale.Add(new JsonArray(PlotlyValues.Round(share), string.Create(CultureInfo.InvariantCulture, $"rgba({r},{g},{b},{most * share:0.###})")));
        }
        return scale;
    }

    private (int R, int G, int B) Mixed(double share)
    {
        double place = Math.Clamp(double.IsNaN(share) ? 0 : share, 0, 1) * (Colors.Count - 1);
        int low = Math.Min((int)place, Colors.Count - 2);
        (int r, int g, int b) = ColorText.Parse(Colors[low]);
        (int r2, int g2, int b2) = ColorText.Parse(Colors[low + 1]);
        double part = place - low;
        return (Mix(r, r2), Mix(g, g2), Mix(b, b2));
        int Mix(int from, int to) => (int)Math.Round(from + (part * (to - from)));
    }
}
