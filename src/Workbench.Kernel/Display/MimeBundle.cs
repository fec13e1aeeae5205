using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Kernel.Display;

/// <summary>One value in several formats. The client shows the richest that it can.</summary>
/// <param name="Data">MIME type to content: a string, or for JSON types the JSON itself.</param>
/// <param name="Metadata">MIME type to what a client should know of it (a picture's width); mostly empty.</param>
internal sealed record MimeBundle(IReadOnlyDictionary<string, JsonNode?> Data, JsonObject Metadata)
{
    /// <summary>A bundle of plain text alone.</summary>
    public static MimeBundle Text(string text) => Of((MimeTypes.Text, text));

    /// <summary>A bundle of contents as they are at hand.</summary>
    public static MimeBundle Of(params IEnumerable<(string MimeType, object Content)> contents)
    {
        Dictionary<string, JsonNode?> data = [];
        foreach ((string mimeType, object content) in contents)
            data[mimeType] = Normalised(mimeType, content);
        return new MimeBundle(data, []);
    }

    /// <summary>The data as an object of a message or a notebook file.</summary>
    public JsonObject DataObject() => new(Data.Select(d => KeyValuePair.Create(d.Key, d.Value?.DeepClone())));

    /// <summary>A string stays one, bytes become base 64, and what a JSON type holds becomes JSON.</summary>
    private static JsonNode? Normalised(string mimeType, object content) => content switch
    {
        JsonNode node when MimeTypes.IsJson(mimeType) => node.DeepClone(),
        JsonNode node => node.ToJsonString(),
        JsonElement element when MimeTypes.IsJson(mimeType) => JsonNode.Parse(element.GetRawText()),
        JsonDocument document when MimeTypes.IsJson(mimeType) => JsonNode.Parse(document.RootElement.GetRawText()),
        byte[] bytes when MimeTypes.IsJson(mimeType) => JsonNode.Parse(bytes),
        byte[] bytes when MimeTypes.IsBinary(mimeType) => Convert.ToBase64String(bytes),
        byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes),
        string text when MimeTypes.IsJson(mimeType) => ParsedOrText(text),
        string text => text,
        _ => Convert.ToString(content, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static JsonNode? ParsedOrText(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
