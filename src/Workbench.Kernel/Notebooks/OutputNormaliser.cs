using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workbench.Kernel.Display;

namespace Workbench.Kernel.Notebooks;

/// <summary>
/// Makes outputs what may be stored: paths of this machine become relative to the checkout, measured times go, long text
/// is split into lines as nbformat does.
/// </summary>
internal sealed partial class OutputNormaliser
{
    private readonly List<(string Path, string Instead)> _paths = [];

    /// <param name="root">The checkout; null when there is none.</param>
    public OutputNormaliser(string? root)
    {
        if (root is not null)
            _paths.AddRange([(root + Path.DirectorySeparatorChar, ""), (root, ".")]);
        Add(Path.GetTempPath(), "(temp)/");
        Add(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar, "~/");
    }

    /// <summary>The outputs of a cell as they are written.</summary>
    public JsonArray Normalise(IEnumerable<JsonObject> outputs) => [.. outputs.Select(o => (JsonNode)One((JsonObject)o.DeepClone()))];

    /// <summary>Text without paths of the machine and without measured times.</summary>
    public string Text(string text)
    {
        foreach ((string path, string instead) in _paths)
            text = text.Replace(path, instead, StringComparison.Ordinal);
        return WallTime().Replace(text, "Wall time: (not stored)");
    }

    private JsonObject One(JsonObject output)
    {
        switch ((string?)output["output_type"])
        {
            case "stream":
                output["text"] = NotebookCell.Lines(Text(NotebookCell.Joined(output["text"])));
                break;
            case "error":
                output["evalue"] = Text((string?)output["evalue"] ?? "");
                output["traceback"] = new JsonArray([.. ((JsonArray)output["traceback"]!).Select(l => (JsonNode)Text((string?)l ?? ""))]);
                break;
            default:
                var data = (JsonObject)output["data"]!;
                foreach (string mimeType in data.Select(d => d.Key).ToArray())
                {
                    if (IsSplit(mimeType) && data[mimeType]?.GetValueKind() == System.Text.Json.JsonValueKind.String)
                        data[mimeType] = NotebookCell.Lines(Text(NotebookCell.Joined(data[mimeType])));
                }
                break;
        }
        return output;
    }

    private void Add(string path, string instead)
    {
        if (path.Length > 2)
            _paths.Add((path, instead));
    }

    /// <summary>nbformat's rule.</summary>
    private static bool IsSplit(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is MimeTypes.Svg or MimeTypes.JavaScript;

    [GeneratedRegex(@"Wall time: [\d.]+ ms")]
    private static partial Regex WallTime();
}
