using System.Text.Json.Nodes;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>Numbers as Python writes floats: always with a decimal point ("325.0"), so that a reader sees the same type as in the public files.</summary>
internal static class JsonNumber
{
    public static JsonValue Float(double value, int digits) =>
        JsonValue.Create(decimal.Parse(Math.Round(value, digits).ToString("0.0#########")));
}
