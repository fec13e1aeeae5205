using Workbench.Report;

namespace Workbench.Tests.Report;

public class ComparisonTableTests
{
    private static readonly ComparisonTable Table = new("t", "Title", ["A", "B"],
    [
        new("first, of all", [new(1.5, [2, 4]), new(null, [3])]),
        new("second", [new(7, []), new(8, [])], "no data"),
    ], ["a note"]);

    [Fact]
    public void Markdown_shows_published_beside_measured_with_deviation_and_says_what_was_not_run()
    {
        string text = Table.ToMarkdown();
        Assert.Contains("| first, of all | 1.50 | 3.00 ± 1.41 | – | 3.00 |", text, StringComparison.Ordinal);
        Assert.Contains("| second | 7.00 | – | 8.00 | – |", text, StringComparison.Ordinal);
        Assert.Contains("- second: not run, no data", text, StringComparison.Ordinal);
        Assert.Contains("- a note", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_which_nothing_is_published_has_no_published_part()
    {
        ComparisonTable part = Table with { Columns = ["A", "ours"], Rows = [new("first", [new(1.5, [2]), new(null, [3])])] }, none = part with { Columns = ["ours"], Rows = [new("first", [new(null, [3])])] };
        Assert.Contains("|   | A, published | A, measured | ours, measured |\n|---|---:|---:|---:|\n| first | 1.50 | 2.00 | 3.00 |\n", part.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("|   | ours |\n|---|---:|\n| first | 3.00 |\n", none.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_a_line_for_each_row_and_column_and_quotes_commas()
    {
        string[] lines = Table.ToCsv().TrimEnd('\n').Split('\n');
        Assert.Equal("row,column,published,measured,deviation,seeds", lines[0]);
        Assert.Equal("\"first, of all\",A,1.5,3,1.41421356,2", lines[1]);
        Assert.Equal("second,B,8,,,0", lines[4]);
        Assert.Equal(5, lines.Length);
    }
}
