using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Workbench.Kernel.Display;

namespace Workbench.Kernel.Notebooks;

/// <summary>
/// Compares a notebook's fresh outputs with the stored ones: text after masking, its numbers and those of JSON within a
/// tolerance, PNG pictures by their width and height.
/// </summary>
internal static class OutputComparison
{
    /// <summary>One sentence for each output that differs, with its cell; empty when all agree.</summary>
    /// <param name="stored">The notebook file's text before the run.</param>
    /// <param name="found">The notebook after it.</param>
    /// <param name="tolerance">Relative, for numbers that are not whole.</param>
    public static IEnumerable<string> Compare(string stored, NotebookFile found, double tolerance)
    {
        NotebookCell[] before = [.. ((JsonArray)JsonNode.Parse(stored)!["cells"]!).Select(c => new NotebookCell((JsonObject)c!)).Where(c => c.IsCode)];
        NotebookCell[] after = [.. found.Cells.Where(c => c.IsCode)];
        for (int i = 0; i < after.Length; i++)
        {
            JsonObject[] a = Merged(before[i].Outputs), b = Merged(after[i].Outputs);
            if (a.Length != b.Length)
            {
                yield return $"cell {i + 1}: stored {Kinds(a)}, now {Kinds(b)}";
                continue;
            }
            for (int j = 0; j < a.Length; j++)
            {
                if (Difference(a[j], b[j], tolerance) is { } difference)
                    yield return $"cell {i + 1}, output {j + 1}: {difference}";
            }
        }
    }

    /// <summary>Text of one stream may come in pieces.</summary>
    private static JsonObject[] Merged(JsonArray outputs)
    {
        List<JsonObject> merged = [];
        foreach (JsonObject output in outputs.OfType<JsonObject>())
        {
            JsonObject copy = (JsonObject)output.DeepClone();
            if (Kind(copy) == "stream")
            {
                copy["text"] = NotebookCell.Joined(copy["text"]);
                if (merged.Count > 0 && Kind(merged[^1]) == "stream" && (string?)merged[^1]["name"] == (string?)copy["name"])
                {
                    merged[^1]["text"] = (string?)merged[^1]["text"] + (string?)copy["text"];
                    continue;
                }
            }
            merged.Add(copy);
        }
        return [.. merged];
    }

    private static string? Difference(JsonObject stored, JsonObject found, double tolerance)
    {
        if (Kind(stored) != Kind(found))
            return $"stored {Kind(stored)}, now {Kind(found)}";
        switch (Kind(stored))
        {
            case "stream":
                return (string?)stored["name"] == (string?)found["name"]
                    ? Text((string?)stored["text"], (string?)found["text"], tolerance)
                    : $"stored {stored["name"]}, now {found["name"]}";
            case "error":
                return Text($"{stored["ename"]}: {stored["evalue"]}", $"{found["ename"]}: {found["evalue"]}", tolerance);
            default:
                var (before, after) = (stored["data"] as JsonObject ?? [], found["data"] as JsonObject ?? []);
                foreach (string mimeType in before.Select(d => d.Key).Union(after.Select(d => d.Key)).Order(StringComparer.Ordinal))
                {
                    if (!before.ContainsKey(mimeType) || !after.ContainsKey(mimeType))
                        return $"{mimeType} {(before.ContainsKey(mimeType) ? "is missing" : "is new")}";
                    if (Content(mimeType, before[mimeType], after[mimeType], tolerance) is { } difference)
                        return $"{mimeType}: {difference}";
                }
                return null;
        }
    }

    private static string? Content(string mimeType, JsonNode? stored, JsonNode? found, double tolerance)
    {
        if (MimeTypes.IsJson(mimeType))
            return JsonComparison.Difference(stored, found, tolerance);
        string before = NotebookCell.Joined(stored), after = NotebookCell.Joined(found);
        if (mimeType == MimeTypes.Png)
            return PngSize(before) == PngSize(after) ? null : $"stored {PngSize(before)}, now {PngSize(after)}";
        return MimeTypes.IsBinary(mimeType) ? null : Text(before, after, tolerance);
    }

    private static string? Text(string? stored, string? found, double tolerance) =>
        NumericText.Difference(OutputMask.Apply(stored ?? ""), OutputMask.Apply(found ?? ""), tolerance);

    /// <summary>"640×480", from the header.</summary>
    private static string PngSize(string base64)
    {
        Span<byte> bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.ReplaceLineEndings(""), bytes, out int length) && length >= 24
            ? $"{BinaryPrimitives.ReadInt32BigEndian(bytes[16..])}×{BinaryPrimitives.ReadInt32BigEndian(bytes[20..])}"
            : "no picture";
    }

    private static string Kind(JsonObject output) => (string?)output["output_type"] ?? "";

    private static string Kinds(JsonObject[] outputs) => outputs.Length == 0 ? "no output" : string.Join(" + ", outputs.Select(Kind));
}
