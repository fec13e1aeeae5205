using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Report.Display;
using Workbench.Report.Rendering;

namespace Workbench.Report.Charts;

/// <summary>
/// A figure as an immutable value: traces and layout in plotly.js's terms (version 3). Made by <see cref="Chart"/>, changed by the
/// <c>With…</c> methods, each of which gives a new figure; shown by a notebook as it is; written by <see cref="Save"/>.
/// </summary>
[TypeFormatterSource(typeof(MimeFormatterSource), PreferredMimeTypes = [MimeBundle.Plotly])]
public sealed partial record Figure : IMimeView
{
    private static readonly string[] s_mimeTypes = [MimeBundle.Plotly, MimeBundle.Png, MimeBundle.Plain];

    internal Figure(IReadOnlyList<FigureTrace> traces, JsonObject layout) => (Traces, Layout) = (traces, layout);

    /// <summary>CSS pixels across (1/96 inch each).</summary>
    public double Width { get; init; } = 640;

    /// <summary>CSS pixels down.</summary>
    public double Height { get; init; } = 400;

    /// <summary>Size of the text in CSS pixels; titles are a little larger.</summary>
    public double FontSize { get; init; } = 13;

    /// <summary>Null takes <see cref="Theme.Default"/> at the time of showing.</summary>
    public Theme? Theme { get; init; }

    /// <summary>The title as plain text; empty where there is none.</summary>
    public string Title => PlotlyText.Unescape((string?)(Layout["title"] as JsonObject)?["text"] ?? "");

    public IReadOnlyList<string> MimeTypes => s_mimeTypes;

    internal IReadOnlyList<FigureTrace> Traces { get; init; }

    /// <summary>Never changed once it is here.</summary>
    internal JsonObject Layout { get; init; }

    /// <summary>The figure as plotly.js 3 reads it: data, layout with the theme as its template, config. A new object at each call.</summary>
    public JsonObject ToJson()
    {
        Theme theme = Theme ?? Theme.Default;
        var places = new Dictionary<string, List<object>>(StringComparer.Ordinal);
        var data = new JsonArray();
        foreach (FigureTrace trace in Traces)
        {
            if (!places.TryGetValue(trace.Panel, out List<object>? groups))
                places[trace.Panel] = groups = [];
            int place = groups.FindIndex(group => ReferenceEquals(group, trace.Group));
            if (place < 0 && trace.TakesTurn)
            {
                place = groups.Count;
                groups.Add(trace.Group);
            }
            data.Add(trace.Fill(theme, Math.Max(place, 0)));
        }
        var layout = new JsonObject { ["template"] = PlotlyTemplate.Of(theme, FontSize), ["width"] = PlotlyValues.Round(Width), ["height"] = PlotlyValues.Round(Height) };
        PlotlyJson.Merge(layout, Layout);
        if (Title.Length > 0)
            PlaceTitle(layout);
        return new JsonObject { ["data"] = data, ["layout"] = layout, ["config"] = new JsonObject { ["displaylogo"] = false, ["responsive"] = false } };
    }

    /// <summary>A figure from what <see cref="ToJson"/> or another program wrote. Its colours stay as they are there.</summary>
    /// <exception cref="ArgumentException">No object with "data" and "layout".</exception>
    public static Figure FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json = (JsonObject)JsonNode.Parse(json.ToJsonString())!; // Numbers of a parsed text are read as any type.
        if (json["data"] is not JsonArray data || json["layout"] is not JsonObject given || !data.All(trace => trace is JsonObject))
            throw new ArgumentException("A figure of plotly.js is an object with \"data\", an array of objects, and \"layout\", an object.", nameof(json));
        JsonObject layout = PlotlyJson.Clone(given);
        double? width = (double?)layout["width"], height = (double?)layout["height"];
        double? font = layout["template"]?["layout"]?["font"]?["size"]?.GetValue<double>();
        string? paper = (string?)layout["template"]?["layout"]?["paper_bgcolor"];
        foreach (string own in new[] { "template", "width", "height" })
            layout.Remove(own);
        var figure = new Figure([.. data.Select(trace => new FigureTrace(PlotlyJson.Clone((JsonObject)trace!), new object(), []))], layout)
        {
            Theme = paper == Theme.Dark.Paper ? Theme.Dark : Theme.Light,
        };
        return figure with { Width = width ?? figure.Width, Height = height ?? figure.Height, FontSize = font ?? figure.FontSize };
    }

    /// <summary>plotly JSON for live viewers, a PNG of twice the size for readers without scripts, a line of text. Without Chromium or plotly.js the PNG is missing and the text says what to install.</summary>
    public IReadOnlyDictionary<string, object> ToMimeBundle() => MimeBundle.Of(this);

    public object? ToMime(string mimeType) => mimeType switch
    {
        MimeBundle.Plotly => ToJson(),
        MimeBundle.Png => FigureRenderer.WhyMissing is null ? Render(FigureFormat.Png) : null,
        MimeBundle.Plain => FigureRenderer.WhyMissing is { } missing ? $"{this}\n{missing}" : ToString(),
        _ => null,
    };

    /// <summary>One line: title, what is drawn, size.</summary>
    public override string ToString()
    {
        IEnumerable<string> kinds = Traces.Where(t => (bool?)t.Json["showlegend"] != false || t.Json["name"] is null)
            .Select(t => (Type: (string?)t.Json["type"] ?? "scatter", Name: (string?)t.Json["name"]))
            .GroupBy(t => t.Type, (type, traces) =>
            {
                string[] names = [.. traces.Select(t => t.Name).OfType<string>().Distinct(StringComparer.Ordinal)];
                return names.Length == 0 ? type : $"{type} of {PlotlyText.Shorten(string.Join(", ", names.Select(PlotlyText.Unescape)), 80)}";
            });
        string title = Title.Length > 0 ? $"\"{Title.ReplaceLineEndings(" ")}\": " : "";
        return string.Create(CultureInfo.InvariantCulture, $"Figure {title}{string.Join("; ", kinds)} ({Width:0}×{Height:0})");
    }

    /// <summary>
    /// Breaks the title into lines that fit, half of the font's size a letter, and gives it its room: plotly.js's own growing margin puts several lines
    /// outside of the figure, and pictures beside the traces.
    /// </summary>
    private void PlaceTitle(JsonObject layout)
    {
        string title = Title;
        if (!title.Contains('<', StringComparison.Ordinal)) // Tags, set by WithLayout, are the user's.
            title = PlotlyText.Wrap(title, Math.Max(12, (int)(Width / (FontSize * 1.2 * 0.5))));
        PlotlyJson.Set(layout, "title.text", title == Title ? layout["title"]!["text"]!.DeepClone() : PlotlyText.Escape(title));
        int lines = PlotlyText.Lines(title);
        if (lines > 1) // plotly.js moves the block up by half a line for each line after the first.
            PlotlyJson.Set(layout, "title.pad", new JsonObject { ["l"] = Math.Round(FontSize), ["t"] = Math.Round(FontSize * (0.8 + (0.75 * (lines - 1)))), ["b"] = 0 });
        PlotlyJson.Set(layout, "margin.t", Math.Round(FontSize * (1.3 + (1.55 * lines))));
    }

    internal static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };
}
