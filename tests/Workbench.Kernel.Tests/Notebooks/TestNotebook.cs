using System.Text.Json.Nodes;

namespace Workbench.Kernel.Tests.Notebooks;

/// <summary>Writes notebooks for tests.</summary>
internal static class TestNotebook
{
    /// <summary>A notebook of code cells; a source that starts with "[tag] " carries that tag.</summary>
    public static string Write(string path, params string[] sources)
    {
        JsonArray cells = [new JsonObject { ["cell_type"] = "markdown", ["metadata"] = new JsonObject(), ["source"] = "# A question?" }];
        foreach (string source in sources)
        {
            int end = source.StartsWith('[') ? source.IndexOf("] ", StringComparison.Ordinal) : -1;
            JsonObject metadata = end < 0 ? [] : new JsonObject { ["tags"] = new JsonArray(source[1..end]) };
            cells.Add(new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["metadata"] = metadata,
                ["outputs"] = new JsonArray(),
                ["source"] = end < 0 ? source : source[(end + 2)..],
            });
        }
        JsonObject notebook = new() { ["cells"] = cells, ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 4 };
        File.WriteAllText(path, notebook.ToJsonString());
        return path;
    }
}
