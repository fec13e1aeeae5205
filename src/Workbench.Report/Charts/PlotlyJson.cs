using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

/// <summary>Small work on plotly.js's objects.</summary>
internal static class PlotlyJson
{
    /// <summary>Lays one object over another: objects are merged, everything else is replaced. The source stays as it is.</summary>
    public static void Merge(JsonObject into, JsonObject from)
    {
        foreach ((string key, JsonNode? value) in from)
        {
            if (value is JsonObject child && into[key] is JsonObject present)
                Merge(present, child);
            else
                into[key] = value?.DeepClone();
        }
    }

    /// <summary>The object of that name, made where it is missing.</summary>
    public static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject child)
            return child;
        parent[name] = child = [];
        return child;
    }

    /// <summary>Sets "line.color" and the like.</summary>
    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        string[] parts = path.Split('.');
        foreach (string part in parts.AsSpan(0, parts.Length - 1))
            root = Child(root, part);
        root[parts[^1]] = value;
    }

    /// <summary>The object without the members that are null.</summary>
    public static JsonObject Compact(JsonObject value)
    {
        foreach (string name in value.Where(member => member.Value is null).Select(member => member.Key).ToArray())
            value.Remove(name);
        return value;
    }

    public static JsonObject Clone(JsonObject value) => (JsonObject)value.DeepClone();
}
