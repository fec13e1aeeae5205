using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

/// <summary>One trace of a figure; its JSON is never changed once it is here.</summary>
/// <param name="Json">As plotly.js reads it, but for the slots.</param>
/// <param name="Group">Traces with the same object share a colour: a line and its band.</param>
/// <param name="Slots">What the theme fills in.</param>
internal sealed record FigureTrace(JsonObject Json, object Group, IReadOnlyList<TraceSlot> Slots)
{
    private static readonly string[] s_symbols = ["circle", "square", "diamond", "triangle-up", "x", "triangle-down", "cross", "star"];

    /// <summary>The axes it is drawn on, as plotly.js names them.</summary>
    public string Panel => (string?)Json["xaxis"] ?? "x";

    /// <summary>True where it takes one of the theme's colours or shapes in turn.</summary>
    public bool TakesTurn => Slots.Any(slot => slot.Kind is SlotKind.Color or SlotKind.Symbol);

    /// <summary>The trace with the theme's colour number <paramref name="place"/>.</summary>
    public JsonObject Fill(Theme theme, int place)
    {
        JsonObject filled = PlotlyJson.Clone(Json);
        foreach (TraceSlot slot in Slots)
            PlotlyJson.Set(filled, slot.Path, slot.Kind switch
            {
                SlotKind.Symbol => s_symbols[place % s_symbols.Length],
                SlotKind.Sequential => theme.Sequential.ToJson(),
                SlotKind.Diverging => theme.Diverging.ToJson(),
                SlotKind.Ink => ColorText.WithOpacity(theme.Ink, slot.Opacity),
                SlotKind.Quiet => ColorText.WithOpacity(theme.Quiet, slot.Opacity),
                _ => ColorText.WithOpacity(theme.Colorway[place % theme.Colorway.Count], slot.Opacity),
            });
        return filled;
    }

    /// <summary>The same trace with other JSON; what is set there by hand is no longer filled.</summary>
    public FigureTrace Change(Action<JsonObject> change)
    {
        JsonObject json = PlotlyJson.Clone(Json);
        change(json);
        return this with { Json = json, Slots = [.. Slots.Where(slot => !Has(json, slot.Path))] };
    }

    private static bool Has(JsonObject root, string path)
    {
        JsonNode? at = root;
        foreach (string part in path.Split('.'))
            at = (at as JsonObject)?[part];
        return at is not null;
    }
}
