using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Kernel.Notebooks;

/// <summary>
/// Writes JSON as nbformat does (Python's <c>json.dumps(…, sort_keys=True, indent=1, ensure_ascii=False)</c> and a line
/// end), so that a notebook saved here and by Jupyter has the same bytes.
/// </summary>
internal static class PythonJson
{
    public static string Write(JsonNode node)
    {
        StringBuilder text = new();
        Append(text, node, 0);
        return text.Append('\n').ToString();
    }

    /// <summary>A double as Python's <c>repr</c>: the shortest digits that give it back, an exponent from 1e16 on and below 1e-4.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        string shortest = value.ToString("E16", CultureInfo.InvariantCulture);
        for (int digits = 0; digits < 17; digits++)
        {
            string candidate = value.ToString("E" + digits, CultureInfo.InvariantCulture);
            if (double.Parse(candidate, CultureInfo.InvariantCulture) == value)
            {
                shortest = candidate;
                break;
            }
        }
        int at = shortest.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(shortest[(at + 1)..], CultureInfo.InvariantCulture);
        bool negative = shortest[0] == '-';
        string mantissa = shortest[(negative ? 1 : 0)..at].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        if (mantissa.Length == 0)
            mantissa = "0";
        string body = exponent is < -4 or >= 16
            ? $"{mantissa[0]}{(mantissa.Length > 1 ? "." + mantissa[1..] : "")}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}"
            : exponent < 0 ? $"0.{new string('0', -exponent - 1)}{mantissa}"
            : mantissa.Length <= exponent + 1 ? mantissa.PadRight(exponent + 1, '0') + ".0"
            : $"{mantissa[..(exponent + 1)]}.{mantissa[(exponent + 1)..]}";
        return negative ? "-" + body : body;
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject members:
                Bracket(text, '{', '}', depth, members.OrderBy(m => m.Key, CodePoints.Comparer), m =>
                {
                    Quote(text, m.Key);
                    text.Append(": ");
                    Append(text, m.Value, depth + 1);
                });
                break;
            case JsonArray elements:
                Bracket(text, '[', ']', depth, elements, e => Append(text, e, depth + 1));
                break;
            default:
                Scalar(text, node);
                break;
        }
    }

    private static void Bracket<T>(StringBuilder text, char open, char close, int depth, IEnumerable<T> items, Action<T> append)
    {
        text.Append(open);
        char separator = ' ';
        foreach (T item in items)
        {
            if (separator == ',')
                text.Append(',');
            separator = ',';
            text.Append('\n').Append(' ', depth + 1);
            append(item);
        }
        text.Append('\n').Append(' ', depth).Append(close);
    }

    private static void Scalar(StringBuilder text, JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.String:
                Quote(text, node.GetValue<string>());
                break;
            case JsonValueKind.Number:
                string number = node.ToJsonString();
                text.Append(number.AsSpan().ContainsAny(".eE") ? Number(double.Parse(number, CultureInfo.InvariantCulture)) : number);
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append($"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
