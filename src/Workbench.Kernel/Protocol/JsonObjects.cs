using System.Text.Json.Nodes;

namespace Workbench.Kernel.Protocol;

/// <summary>Reads fields of messages, which may be missing or of another type: whoever sends rubbish gets defaults.</summary>
internal static class JsonObjects
{
    public static string Text(this JsonObject json, string name, string otherwise = "") =>
        json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : otherwise;

    public static bool Flag(this JsonObject json, string name, bool otherwise) =>
        json[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    public static int Number(this JsonObject json, string name, int otherwise) =>
        json[name] is JsonValue value && value.TryGetValue(out int number) ? number : otherwise;
}
