using Workbench.Data;
using Workbench.Report;
using Workbench.Report.Charts;
using Workbench.Report.Tables;

namespace Workbench.Tests.Report.Tables;

public sealed class ResultsTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static ComparisonTable Compared() => new("t", "Title & <more>", ["mAP@0.1 %", "mAP@0.5 %", "step, ms"],
    [
        new("a_1", [new(1.5, [2, 4]), new(7, [3]), new(null, [20])]),
        new("50% of \"b\"", [new(5, [1]), new(null, [3]), new(null, [10])]),
        new("c", [new(null, []), new(2, []), new(null, [])], "no data"),
    ], ["a note"]);

    private static ResultsTable Table() => ResultsTable.Of(Compared());

    [Fact]
    public void Published_measured_and_difference_stand_side_by_side_where_a_column_has_them()
    {
        ResultsTable table = Table();
        Assert.Equal([ResultPart.Published, ResultPart.Measured, ResultPart.Difference], table.Parts(0));
        Assert.Equal([ResultPart.Measured], table.Parts(2));
        Assert.Equal(["1.50", "3.00 ± 1.41", "+1.50"], Enum.GetValues<ResultPart>().Select(part => table.Rows[0].Cells[0].Text(part)));
        Assert.Equal("−4.00", table.Rows[1].Cells[0].Text(ResultPart.Difference));
        Assert.Equal("–", table.Rows[2].Cells[0].Text(ResultPart.Measured));
        Assert.DoesNotContain(ResultPart.Difference, ResultsTable.Of(Compared(), showDifference: false).Parts(0));
    }

    [Fact]
    public void The_best_of_each_column_is_marked_equal_ones_too_and_in_a_column_of_times_the_smallest()
    {
        ResultsTable table = Table();
        Assert.True(table.IsBest(0, 0, ResultPart.Measured));
        Assert.True(table.IsBest(1, 0, ResultPart.Published));
        Assert.True(table.IsBest(0, 1, ResultPart.Measured) && table.IsBest(1, 1, ResultPart.Measured));
        Assert.True(table.IsBest(1, 2, ResultPart.Measured));
        Assert.False(table.IsBest(0, 2, ResultPart.Measured));
        Assert.False(table.IsBest(0, 0, ResultPart.Difference));
    }

    [Fact]
    public void HTML_is_escaped_and_the_best_is_bold()
    {
        string html = Table().ToHtml();
        Assert.Contains("Title &amp; &lt;more&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<b>3.00 ± 1.41</b>", html, StringComparison.Ordinal);
        Assert.Contains("50% of &quot;b&quot;", html, StringComparison.Ordinal);
        Assert.Contains("not run, no data", html, StringComparison.Ordinal);
        Assert.Equal(html, Compared().ToMimeBundle()["text/html"]);
    }

    [Fact]
    public void Text_LaTeX_and_CSV_are_as_expected()
    {
        Expected.Same("table.txt", Table().ToText());
        Expected.Same("table.tex", Table().ToLatex(twoColumns: true, fontPoints: 7.5));
        Expected.Same("table.csv", Table().ToCsv());
    }

    [Theory]
    [InlineData("a_b & 50% #1 {x} $", "a\\_b \\& 50\\% \\#1 \\{x\\} \\$")]
    [InlineData("\\x^2~", "\\textbackslash{}x\\textasciicircum{}2\\textasciitilde{}")]
    [InlineData("1 ± 2 − 3 – 4 ×", "1 $\\pm$ 2 $-$ 3 -- 4 $\\times$")]
    public void LaTeX_s_own_letters_are_escaped(string text, string latex) => Assert.Equal(latex, ResultsLatex.Escape(text));

    [Fact]
    public void A_written_comparison_is_read_back_with_title_and_notes()
    {
        Compared().Write(_folder.Path);
        ResultsTable read = ResultsCsv.Read(_folder.File("t.csv")), made = Table();
        Assert.Equal(("t", made.Title), (read.Name, read.Title));
        Assert.Equal(made.Columns, read.Columns);
        Assert.Equal(made.Rows.SelectMany(r => r.Cells.Select(c => c.Text(ResultPart.Measured) + c.Text(ResultPart.Published))), read.Rows.SelectMany(r => r.Cells.Select(c => c.Text(ResultPart.Measured) + c.Text(ResultPart.Published))));
        Assert.Equal(made.Notes, read.Notes);
        Assert.True(ResultsCsv.Is(_folder.File("t.csv")));
    }

    [Theory]
    [InlineData("row,column\na,b\n", "published")]
    [InlineData("row,column,published,measured,deviation,seeds\na,x,1,two,,1\n", "measured")]
    [InlineData("row,column,published,measured,deviation,seeds\na,x,1,2,,1\na,x,1,2,,1\n", "twice")]
    [InlineData("row,column,published,measured,deviation,seeds\na,x,1,2,,1\nb,y,1,2,,1\n", "'y'")]
    [InlineData("row,column,published,measured,deviation,seeds\n", "no row")]
    public void A_broken_table_is_named_with_what_was_expected(string text, string words)
    {
        string path = _folder.Write("broken.csv", text);
        DataFormatException error = Assert.Throws<DataFormatException>(() => ResultsCsv.Read(path));
        Assert.Contains("broken.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_bars_a_curve_over_its_thresholds_and_the_agreement_of_both_sides()
    {
        Figure bars = ResultsFigures.Make(Table(), "bars"), curve = ResultsFigures.Make(Table(), "curve");
        Assert.Equal(["published", "measured"], bars.ToJson()["data"]!.AsArray().Where(t => t!["showlegend"] is null).Select(t => (string?)t!["name"]));
        Assert.Equal("[0.1,0.5]", curve.ToJson()["data"]!.AsArray().Last()!["x"]!.ToJsonString());
        Assert.Equal("[3,3]", curve.ToJson()["data"]!.AsArray().First(t => (string?)t!["name"] == "a_1")!["y"]!.ToJsonString());
        Assert.Contains("two rows", Assert.Throws<ArgumentException>(() => ResultsFigures.Make(new ResultsTable("n", "n", ["x"], [new("r", [new(1, 2, 0, 1)])], []), "agreement")).Message, StringComparison.Ordinal);
        Assert.Contains("bars, curve, agreement", Assert.Throws<ArgumentException>(() => ResultsFigures.Make(Table(), "pie")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_export_finds_tables_by_number_with_all_variants_by_name_and_published_ones()
    {
        foreach (string name in new[] { "table6-quick-paper", "table6-quick-releasedcode", "table6-s3d-quick-paper" })
            (Compared() with { Name = name }).Write(_folder.File("tables"));
        var export = new TableExport(_folder.File("tables"), _folder.File("figures"), Path.Combine(PublicData.RepositoryRoot, "data", "papers"));
        Assert.Equal(["table6-quick-paper", "table6-quick-releasedcode"], export.Find("6").Select(t => t.Name));
        Assert.Equal(["table6-s3d-quick-paper"], export.Find("6-s3d").Select(t => t.Name));
        Assert.Equal(["table6-quick-paper"], export.Find("table6-quick-paper").Select(t => t.Name));
        ResultsTable published = Assert.Single(export.Find("2"));
        Assert.Equal(ResultPart.Published, published.OnlyPart);
        Assert.Contains("'99'", Assert.Throws<ArgumentException>(() => export.Find("99")).Message, StringComparison.Ordinal);
        Assert.Contains("'none'", Assert.Throws<ArgumentException>(() => export.Figure("none")).Message, StringComparison.Ordinal);
        Chart.Line([1], [2]).WithTitle("kept").Save(_folder.File("figures/own.json"));
        Assert.Equal("kept", export.Figure("own").Title);
        string[] written = [.. TableExport.Write(published, _folder.File("out"), ["tex", "csv", "svg"], PageWidth.Parse("double"))];
        Assert.Equal(["whatwhenwhere-cvpr-2.tex", "whatwhenwhere-cvpr-2.csv"], written.Select(Path.GetFileName));
        Assert.Contains("table*", File.ReadAllText(written[0]), StringComparison.Ordinal);
    }
}
