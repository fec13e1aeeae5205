using Microsoft.DotNet.Interactive.Formatting;
using Workbench.Kernel.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary><c>x.Display()</c> and its kin.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value now; with MIME types given, in those.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows text as content of a MIME type.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => DisplayedValue.ShowLiteral(value, mimeType);

    /// <summary>Shows all elements as rows of a table, also those beyond <see cref="Formatter.ListExpansionLimit"/>.</summary>
    /// <exception cref="ArgumentException">The elements are not records.</exception>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        T[] all = [.. rows];
        if (all.Length == 0)
            return DisplayedValue.Show(MimeBundle.Text("(no rows)"));
        Table table = Table.TryRead(all, int.MaxValue) ??
            throw new ArgumentException($"A sequence of records was expected, not of {PlainText.TypeName(typeof(T))}.", nameof(rows));
        return DisplayedValue.Show(MimeBundle.Of((MimeTypes.Html, table.ToHtml()), (MimeTypes.Text, table.ToText())));
    }
}
