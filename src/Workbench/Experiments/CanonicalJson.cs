using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Experiments;

/// <summary>
/// One text for each JSON value: no blanks, names in ordinal order, numbers in their shortest form (1.0 and 1 and 1e0 are
/// all "1"), so that a hash of it does not depend on who wrote the file.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The canonical text.</summary>
    public static string Write(JsonNode? value)
    {
        var text = new StringBuilder();
        using var document = JsonDocument.Parse(value?.ToJsonString() ?? "null");
        Append(text, document.RootElement);
        return text.ToString();
    }

    /// <summary>SHA-256 of the canonical text in UTF-8, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(JsonNode? value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(value))));

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var (index, field) in value.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal).Index())
                {
                    text.Append(index > 0 ? "," : "").Append(JsonSerializer.Serialize(field.Name)).Append(':');
                    Append(text, field.Value);
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    text.Append(index > 0 ? "," : "");
                    Append(text, item);
                }

                text.Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(Number(value));
                break;
            case JsonValueKind.String:
                text.Append(JsonSerializer.Serialize(value.GetString()));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static string Number(JsonElement value)
    {
        if (value.TryGetInt64(out long whole))
            return whole.ToString(CultureInfo.InvariantCulture);
        double number = value.GetDouble();
        return Math.Abs(number) < 1L << 53 && number == Math.Floor(number)
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }
}
