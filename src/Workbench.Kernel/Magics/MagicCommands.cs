using System.Text.RegularExpressions;
using Workbench.Kernel.Display;
using Workbench.Kernel.Engine;
using Workbench.Kernel.Packages;

namespace Workbench.Kernel.Magics;

/// <summary>
/// Obeys the lines of a C# part that are not C#: <c>#r</c>, <c>#i</c>, <c>#!who</c>, … Each is replaced by an empty line, so
/// that line numbers stay.
/// </summary>
internal sealed partial class MagicCommands(NotebookSession session, SessionLoadContext loader)
{
    private readonly SessionPackages _packages = new(session, loader);

    /// <summary>Obeys and returns the C# that is left.</summary>
    /// <exception cref="CompilationException">A line cannot be obeyed.</exception>
    public string Obey(CellPart part, CellContext context)
    {
        string[] lines = part.Text.Split('\n');
        if (!Array.Exists(lines, l => l.TrimStart().StartsWith('#')))
            return part.Text;
        List<(int Line, string Id, string Version)> packages = [];
        for (int i = 0; i < lines.Length; i++)
        {
            try
            {
                if (ObeyLine(lines[i], i + 1, context, packages))
                    lines[i] = "";
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or ArgumentException or BadImageFormatException)
            {
                throw new CompilationException([new CellDiagnostic("Reference", i + 1, 1, e.Message)]);
            }
        }
        if (packages.Count > 0)
            Restore(packages, context);
        return string.Join('\n', lines);
    }

    private bool ObeyLine(string line, int number, CellContext context, List<(int, string, string)> packages)
    {
        if (Reference().Match(line) is { Success: true } reference)
        {
            string what = reference.Groups[1].Value.Trim();
            if (Package().Match(what) is { Success: true } package)
                packages.Add((number, package.Groups[1].Value.Trim(), package.Groups[2].Value.Trim()));
            else if (what.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException($"\"nuget: Name, 1.2.3\" was expected, not \"{what}\".");
            else
                _packages.AddFile(what);
            return true;
        }
        if (Source().Match(line) is { Success: true } source)
        {
            _packages.AddSource(source.Groups[1].Value.Trim());
            return true;
        }
        if (Command().Match(line) is not { Success: true } command)
            return false;
        context.Display(SessionListing.Of(command.Groups[1].Value, session), Guid.NewGuid().ToString("n"));
        return true;
    }

    private void Restore(List<(int Line, string Id, string Version)> packages, CellContext context)
    {
        try
        {
            _packages.AddPackages([.. packages.Select(p => (p.Id, p.Version))], context.EarlyToken);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or BadImageFormatException)
        {
            throw new CompilationException([new CellDiagnostic("Package", packages[0].Line, 1, e.Message)]);
        }
    }

    [GeneratedRegex("^\\s*#r\\s+\"([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex("^\\s*#i\\s+\"nuget:([^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex(@"^nuget:\s*([\w.-]+)\s*(?:,\s*([^,]+?)\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Package();

    [GeneratedRegex(@"^#!(who|whos|about|lsmagic)\s*$")]
    private static partial Regex Command();
}
