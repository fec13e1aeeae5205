using System.Text.Json.Nodes;

namespace Workbench.Kernel.Notebooks;

/// <summary>One cell of a notebook file; a view of its JSON.</summary>
internal sealed class NotebookCell(JsonObject json)
{
    private static readonly string[] s_languages = ["html", "markdown", "mermaid", "javascript"];

    public JsonObject Json => json;

    public bool IsCode => (string?)json["cell_type"] == "code";

    public string Source
    {
        get => Joined(json["source"]);
        set => json["source"] = Lines(value);
    }

    /// <summary>What the kernel is given: the source, with the language that VS Code keeps in the metadata as a magic before it.</summary>
    public string Code
    {
        get
        {
            string? language = (string?)json["metadata"]?["dotnet_interactive"]?["language"] ?? (string?)json["metadata"]?["polyglot_notebook"]?["kernelName"];
            return s_languages.Contains(language) && !Source.StartsWith("#!", StringComparison.Ordinal) ? $"#!{language}\n{Source}" : Source;
        }
    }

    public IReadOnlyList<string> Tags =>
        json["metadata"]?["tags"] is JsonArray tags ? [.. tags.Select(t => (string?)t).OfType<string>()] : [];

    public JsonArray Outputs
    {
        get => json["outputs"] as JsonArray ?? [];
        set => json["outputs"] = value;
    }

    /// <summary>A list of lines, each with its line end, as nbformat keeps long text.</summary>
    public static JsonArray Lines(string text)
    {
        JsonArray lines = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    /// <summary>Text that is one string or a list of lines.</summary>
    public static string Joined(JsonNode? text) =>
        text is JsonArray lines ? string.Concat(lines.Select(l => (string?)l)) : (string?)text ?? "";
}
