using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Data;

namespace Workbench.Kernel.Notebooks;

/// <summary>A notebook file of format 4, as JSON that keeps what we do not know.</summary>
internal sealed class NotebookFile
{
    private NotebookFile(string path, JsonObject root) => (Path, Root) = (path, root);

    public string Path { get; }

    public JsonObject Root { get; }

    public IEnumerable<NotebookCell> Cells => ((JsonArray)Root["cells"]!).Select(c => new NotebookCell((JsonObject)c!));

    /// <exception cref="DataFormatException">The file is no notebook of format 4.</exception>
    public static NotebookFile Read(string path)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            throw new DataFormatException(path, $"line {e.LineNumber + 1}", "JSON was expected", e);
        }
        if (root is not JsonObject notebook || notebook["cells"] is not JsonArray cells)
            throw new DataFormatException(path, "cells", "a notebook with a list of cells was expected");
        if (notebook["nbformat"] is not JsonValue format || !format.TryGetValue(out int major) || major != 4)
            throw new DataFormatException(path, "nbformat", $"4 was expected, not {notebook["nbformat"]?.ToJsonString() ?? "nothing"}");
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not JsonObject cell || cell["cell_type"] is not JsonValue)
                throw new DataFormatException(path, $"cell {i + 1}", "an object with a cell_type was expected");
        }
        return new NotebookFile(path, notebook);
    }

    /// <summary>Brings the file to format 4.5 and its metadata to what this kernel writes: no times, no machine.</summary>
    public void Normalise()
    {
        Root["nbformat_minor"] = Math.Max(5, (int?)Root["nbformat_minor"] ?? 5);
        if (Root["metadata"] is not JsonObject metadata)
            Root["metadata"] = metadata = [];
        metadata["kernelspec"] ??= new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" };
        metadata["language_info"] = KernelLanguage.Info();
        HashSet<string> ids = [];
        int index = 0;
        foreach (NotebookCell cell in Cells)
        {
            index++;
            if (cell.Json["metadata"] is not JsonObject cellMetadata)
                cell.Json["metadata"] = cellMetadata = [];
            cellMetadata.Remove("execution");
            cell.Source = cell.Source;
            if ((string?)cell.Json["id"] is not { Length: > 0 } id || !ids.Add(id))
            {
                id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{index}\n{cell.Source}")))[..8];
                while (!ids.Add(id))
                    id += "x";
                cell.Json["id"] = id;
            }
        }
    }

    public string ToText() => PythonJson.Write(Root);

    /// <summary>Writes under a temporary name and moves it into place.</summary>
    public void Write(string path) => AtomicFile.WriteText(path, ToText());
}
