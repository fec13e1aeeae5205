using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Kernel.Notebooks;

/// <summary>JSON that means the same: members in any order, numbers within a tolerance, other text masked.</summary>
internal static class JsonComparison
{
    /// <summary>Null when they agree, else the place and what differs there first.</summary>
    public static string? Difference(JsonNode? stored, JsonNode? found, double tolerance, string place = "$")
    {
        JsonValueKind before = stored?.GetValueKind() ?? JsonValueKind.Null, after = found?.GetValueKind() ?? JsonValueKind.Null;
        if (before != after)
            return $"{place}: stored {before}, now {after}";
        switch (before)
        {
            case JsonValueKind.Object:
                var (a, b) = ((JsonObject)stored!, (JsonObject)found!);
                foreach (string name in a.Select(m => m.Key).Union(b.Select(m => m.Key)))
                {
                    if (!a.ContainsKey(name) || !b.ContainsKey(name))
                        return $"{place}.{name}: {(a.ContainsKey(name) ? "is missing" : "is new")}";
                    if (Difference(a[name], b[name], tolerance, $"{place}.{name}") is { } inner)
                        return inner;
                }
                return null;
            case JsonValueKind.Array:
                var (x, y) = ((JsonArray)stored!, (JsonArray)found!);
                if (x.Count != y.Count)
                    return $"{place}: stored {x.Count} elements, now {y.Count}";
                return Enumerable.Range(0, x.Count).Select(i => Difference(x[i], y[i], tolerance, $"{place}[{i}]")).FirstOrDefault(d => d is not null);
            case JsonValueKind.Number:
                double m = Value(stored!), n = Value(found!);
                return NumericText.Close(m, n, tolerance) ? null : string.Create(CultureInfo.InvariantCulture, $"{place}: stored {m}, now {n}");
            case JsonValueKind.String:
                string? text = NumericText.Difference(OutputMask.Apply(stored!.GetValue<string>()), OutputMask.Apply(found!.GetValue<string>()), tolerance);
                return text is null ? null : $"{place}: {text}";
            default:
                return null;
        }
    }

    private static double Value(JsonNode number) => double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);
}
