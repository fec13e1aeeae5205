using Spectre.Console;

namespace Workbench.Report;

/// <summary>Tables on a terminal.</summary>
public static class ConsoleTables
{
    public static void Write(IAnsiConsole console, ComparisonTable table)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(table);
        var grid = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(table.Title));
        grid.AddColumn("");
        foreach (string column in table.Columns)
        {
            grid.AddColumn(new TableColumn(Markup.Escape(column) + "\n[grey]published[/]").RightAligned());
            grid.AddColumn(new TableColumn("\n[bold]measured[/]").RightAligned());
        }
        foreach (ComparisonRow row in table.Rows)
            grid.AddRow([Markup.Escape(row.Label), .. row.Cells.SelectMany(c => new[] { $"[grey]{c.PublishedText}[/]", $"[bold]{c.MeasuredText}[/]" })]);
        console.Write(grid);
        foreach (string note in table.AllNotes())
            console.MarkupLine($"[grey]{Markup.Escape(note)}[/]");
    }
}
