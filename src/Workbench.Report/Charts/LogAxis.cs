using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

/// <summary>Ticks of logarithmic axes: whole powers of ten with unlabelled steps between; over less than a decade and a half also 2 and 5.</summary>
internal static class LogAxis
{
    /// <summary>The power of ten of an end of the axis.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static JsonNode? Exponent(double value) => value > 0
        ? PlotlyValues.Number(Math.Log10(value))
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A logarithmic axis ends at numbers above 0.");

    /// <summary>The smallest and the largest positive value on the axis of that letter; 1 and 1 where there are none.</summary>
    public static (double Min, double Max) Ends(IEnumerable<FigureTrace> traces, string letter)
    {
        double least = double.PositiveInfinity, most = 0;
        foreach (FigureTrace trace in traces)
            foreach (JsonNode? value in trace.Json[letter] as JsonArray ?? [])
                if (Number(value) is > 0 and double x)
                    (least, most) = (Math.Min(least, x), Math.Max(most, x));
        return most > 0 ? (least, most) : (1, 1);
    }

    /// <summary>Numbers a reader takes in at a glance are written out, others as powers of ten.</summary>
    public static void Style(JsonObject axis, (double Min, double Max) ends)
    {
        double decades = Math.Log10(ends.Max / ends.Min);
        axis["dtick"] = decades >= 1.5 ? JsonValue.Create(Math.Max(1, (int)Math.Ceiling(decades / 10))) : "D2";
        axis["minor"] = new JsonObject { ["ticks"] = "outside", ["ticklen"] = 2, ["dtick"] = "D1" };
        bool plain = ends.Min >= 1e-4 && ends.Max < 1e7;
        axis["exponentformat"] = plain ? "none" : "power";
        axis["separatethousands"] = plain ? true : null;
    }

    private static double? Number(JsonNode? value) => value is not JsonValue number ? null
        : number.TryGetValue(out double real) ? real
        : number.TryGetValue(out long whole) ? whole
        : number.TryGetValue(out int small) ? small
        : null;
}
