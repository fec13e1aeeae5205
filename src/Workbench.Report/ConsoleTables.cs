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
        foreach ((int c, string column) in table.Columns.Index())
        {
            if (table.IsPublished(c))
                grid.AddColumn(new TableColumn(Markup.Escape(column) + "\n[grey]published[/]").RightAligned());
            grid.AddColumn(new TableColumn((table.IsPublished(c) ? "" : Markup.Escape(column)) + "\n[bold]measured[/]").RightAligned());
        }
        foreach (ComparisonRow row in table.Rows)
            grid.AddRow([Markup.Escape(row.Label), .. row.Cells.Index().SelectMany(c => (string[])[.. table.IsPublished(c.Index) ? [$"[grey]{c.Item.PublishedText}[/]"] : Array.Empty<string>(), $"[bold]{c.Item.MeasuredText}[/]"])]);
        console.Write(grid);
        foreach (string note in table.AllNotes())
            console.MarkupLine($"[grey]{Markup.Escape(note)}[/]");
    }
}
