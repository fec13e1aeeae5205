using Workbench.Experiments;

namespace Workbench.Report.Tables;

/// <summary>A table of the papers alone, for those that were not measured.</summary>
public static class PublishedResults
{
    /// <summary>The printed numbers; nothing is measured.</summary>
    public static ResultsTable Of(PublishedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new ResultsTable(
            $"{table.Paper}-{table.Number}", table.Caption.TrimEnd('.'), table.Columns,
            [.. table.Rows.Select(row => new ResultRow(row.Name, [.. table.Columns.Select(column => new ResultCell(row.Values[column]?.Number, null, 0, 0))]))],
            [$"Published: {table.Paper} ({table.Edition}), table {table.Number}. Not measured here.", .. table.Note is { } note ? new[] { note } : []]);
    }
}
