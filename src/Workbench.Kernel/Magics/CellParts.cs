using System.Text.RegularExpressions;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Magics;

/// <summary>Cuts a cell where a line such as <c>#!html</c> changes the language.</summary>
internal static partial class CellParts
{
    private static readonly Dictionary<string, CellLanguage> s_languages = new()
    {
        ["csharp"] = CellLanguage.CSharp,
        ["c#"] = CellLanguage.CSharp,
        ["html"] = CellLanguage.Html,
        ["markdown"] = CellLanguage.Markdown,
        ["mermaid"] = CellLanguage.Mermaid,
        ["javascript"] = CellLanguage.JavaScript,
        ["js"] = CellLanguage.JavaScript,
    };

    /// <summary>Magics that a C# part obeys by itself, see <see cref="MagicCommands"/>.</summary>
    private static readonly string[] s_commands = ["who", "whos", "about", "lsmagic"];

    /// <summary>What .NET Interactive knows and this kernel does not.</summary>
    private static readonly Dictionary<string, string> s_unsupported = new()
    {
        ["sql"] = "there is no SQL here; query the library's results with LINQ",
        ["kql"] = "there is no KQL here",
        ["fsharp"] = "this kernel speaks C# only",
        ["f#"] = "this kernel speaks C# only",
        ["pwsh"] = "this kernel speaks C# only; start programs with System.Diagnostics.Process",
        ["powershell"] = "this kernel speaks C# only; start programs with System.Diagnostics.Process",
        ["connect"] = "there is one kernel here, for C#",
        ["set"] = "values cannot be passed between kernels: there is one, for C#",
        ["share"] = "values cannot be shared between kernels: there is one, for C#",
        ["value"] = "put the text into a string literal or a file",
        ["import"] = "put shared code into the library, or use #load \"file.csx\"",
        ["http"] = "there are no HTTP cells here; use HttpClient",
        ["run"] = "put shared code into the library",
    };

    public static IReadOnlyCollection<string> Names { get; } = [.. s_languages.Keys, "time", .. s_commands];

    /// <exception cref="CompilationException">A magic that does not exist here.</exception>
    public static IReadOnlyList<CellPart> Split(string code)
    {
        List<CellPart> parts = [];
        CellLanguage language = CellLanguage.CSharp;
        List<string> lines = [];
        bool timed = false;
        string[] all = code.Split('\n');
        for (int i = 0; i < all.Length; i++)
        {
            if (Magic().Match(all[i]) is not { Success: true } match || language != CellLanguage.CSharp && !IsKnown(match.Groups[1].Value))
            {
                lines.Add(all[i]);
                continue;
            }
            string name = match.Groups[1].Value.ToLowerInvariant();
            if (s_languages.TryGetValue(name, out CellLanguage next))
            {
                End(parts, language, lines, timed);
                (language, timed) = (next, false);
                lines = next == CellLanguage.CSharp ? [.. Enumerable.Repeat("", i + 1)] : [];
            }
            else if (name == "time")
            {
                timed = true;
                lines.Add("");
            }
            else if (s_commands.Contains(name))
            {
                lines.Add(all[i]);
            }
            else
            {
                string why = s_unsupported.TryGetValue(name, out string? reason) ? $"#!{name} does not work in this kernel: {reason}."
                    : $"#!{name} is not a magic of this kernel. It knows {string.Join(", ", Names.Select(n => "#!" + n))}.";
                throw new CompilationException([new CellDiagnostic("Magic", i + 1, 1, why)]);
            }
        }
        End(parts, language, lines, timed);
        return parts;
    }

    private static bool IsKnown(string name) => s_languages.ContainsKey(name.ToLowerInvariant()) || name == "time";

    private static void End(List<CellPart> parts, CellLanguage language, List<string> lines, bool timed)
    {
        if (lines.Exists(l => l.Length > 0) || timed)
            parts.Add(new CellPart(language, string.Join('\n', lines), timed));
    }

    [GeneratedRegex(@"^#!([A-Za-z#][\w#-]*)(?:\s|$)")]
    private static partial Regex Magic();
}
