using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workbench.Data;

namespace Workbench.Kernel.Notebooks;

/// <summary>
/// The list of notebooks of a folder, made from the notebooks themselves: the title and the table of the first cell (Paper, Minutes), and the first
/// stored picture, which is copied beside the list.
/// </summary>
internal static partial class NotebookIndex
{
    /// <summary>Writes FOLDER/README.md and FOLDER/pictures/NAME.png; gives the number of notebooks.</summary>
    /// <exception cref="DataFormatException">A notebook has no title, or no table with Paper and Minutes in its first cell.</exception>
    public static int Write(string folder)
    {
        IReadOnlyList<string> files = NotebookPaths.Find([folder]);
        var text = new StringBuilder(
            """
            # Notebooks

            Each asks one question, calls the library in short cells, and keeps its outputs, so that this host shows them without running anything. They run in
            VS Code, JupyterLab or by `./workbench notebooks run` ([environment.md](../environment.md), "Notebooks"). This list is made by `./workbench notebooks index`.

            | | question | paper | minutes | |
            |---|---|---|---|---|

            """);
        string pictures = Path.Combine(folder, "pictures");
        foreach (string file in files)
        {
            NotebookFile notebook = NotebookFile.Read(file);
            string name = Path.GetFileNameWithoutExtension(file), first = notebook.Cells.First().Source;
            string title = Title().Match(first) is { Success: true } match ? match.Groups[1].Value : throw new DataFormatException(file, "cell 1", "a title, \"# …\", was expected");
            string picture = "";
            if (FirstPicture(notebook) is { } png)
            {
                Directory.CreateDirectory(pictures);
                AtomicFile.Write(Path.Combine(pictures, name + ".png"), stream => stream.Write(png));
                picture = $"<img src=\"pictures/{name}.png\" width=\"220\" alt=\"the first figure of {name}\">";
            }

            text.Append($"| [{name[..2]}]({name}.ipynb) | {title} | {Row(first, "Paper", file)} | {Row(first, "Minutes", file)} | {picture} |\n");
        }

        AtomicFile.WriteText(Path.Combine(folder, "README.md"), text.ToString());
        return files.Count;
    }

    private static string Row(string cell, string name, string file) =>
        cell.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).FirstOrDefault(parts => parts.Length >= 4 && parts[1] == name)?[2]
        ?? throw new DataFormatException(file, "cell 1", $"a row \"| {name} | … |\" was expected");

    private static byte[]? FirstPicture(NotebookFile notebook) => notebook.Cells.Where(c => c.IsCode).SelectMany(c => c.Outputs)
        .Select(output => output?["data"]?["image/png"]).OfType<JsonNode>().Select(png => Convert.FromBase64String(NotebookCell.Joined(png).Replace("\n", "", StringComparison.Ordinal))).FirstOrDefault();

    [GeneratedRegex(@"^# (.+)$", RegexOptions.Multiline)]
    private static partial Regex Title();
}
