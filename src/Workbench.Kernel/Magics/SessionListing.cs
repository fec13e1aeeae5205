using System.Runtime.InteropServices;
using Workbench.Kernel.Display;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Magics;

/// <summary>What <c>#!who</c>, <c>#!whos</c>, <c>#!about</c> and <c>#!lsmagic</c> show.</summary>
internal static class SessionListing
{
    private const int LongestValue = 80;

    public static MimeBundle Of(string command, NotebookSession session) => command switch
    {
        "who" => MimeBundle.Text(string.Join(", ", session.Variables.Select(v => v.Name))),
        "whos" => Variables(session),
        "about" => MimeBundle.Text(About()),
        "lsmagic" => MimeBundle.Text(string.Join(' ', CellParts.Names.Select(n => "#!" + n)) + " #r #i"),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "who, whos, about or lsmagic was expected."),
    };

    /// <summary>What the kernel is and what it runs on; no path and no name of a machine.</summary>
    public static string About() =>
        $"Workbench C# kernel {typeof(SessionListing).Assembly.GetName().Version}, {RuntimeInformation.FrameworkDescription}, "
        + $"Roslyn {typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly.GetName().Version}, {RuntimeInformation.RuntimeIdentifier}";

    private static MimeBundle Variables(NotebookSession session)
    {
        var rows = session.Variables.Select(v => new { v.Name, Type = PlainText.TypeName(v.Type), Value = Short(PlainText.Of(v.Value)) }).ToArray();
        return rows.Length > 0 && Table.TryRead(rows, int.MaxValue) is { } table
            ? MimeBundle.Of((MimeTypes.Html, table.ToHtml()), (MimeTypes.Text, table.ToText()))
            : MimeBundle.Text("(no variables)");
    }

    private static string Short(string text) => text.Length <= LongestValue ? text : text[..LongestValue] + "…";
}
