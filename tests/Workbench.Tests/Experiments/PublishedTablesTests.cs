using Workbench.Data;
using Workbench.Experiments;

namespace Workbench.Tests.Experiments;

public class PublishedTablesTests
{
    private static readonly string _folder = Path.Combine(PublicData.RepositoryRoot, "data", "papers");
    private static readonly PublishedTables _tables = PublishedTables.Load(_folder);

    [Theory]
    [InlineData("whatwhenwhere-cvpr", "6", "only Local loss", "GroundingYT Spatio-temp", 7.29)]
    [InlineData("whatwhenwhere-cvpr", "3", "Ours (S3D)", "GroundingYT Acc", 60.62)]
    [InlineData("whatwhenwhere-cvpr", "2", "Ours (CLIP*)", "0.4", 19.45)]
    [InlineData("whatwhenwhere-cvpr", "4", "RegionCLIP (RN50x4*)", "IoU", 10.96)]
    [InlineData("whatwhenwhere-iclr", "7", "STCAT (ResNet-101)", "0.1:0.5", 41.75)]
    [InlineData("whatwhenwhere-iclr", "9", "GYT (Spatio-temporal)", "80", 17.1)]
    [InlineData("whatwhenwhere-iclr", "12", "Ours (CLIP)", "0.01", 17.10)]
    [InlineData("slides-2024", "ablation", "only Global loss", "YouCook-Inter. Spatial", 32.5)]
    [InlineData("comma-neurips", "2-right", "CA1 + CA2", "Localization Accuracy (%)", 51.09)]
    [InlineData("sscs-iccv", "2", "GT-SS + FC", "Rank5@0.7", 54.85)]
    [InlineData("sscs-iccv", "4", "2D-TAN + Ours", "ActivityNet-Captions Rank1@0.7", 27.56)]
    public void Values_stand_where_the_papers_print_them(string paper, string table, string row, string column, double expected) =>
        Assert.Equal(expected, _tables.Value(paper, table, row, column)!.Number);

    [Fact]
    public void Every_table_of_the_papers_is_there()
    {
        string[] Numbers(string paper) => [.. _tables.Tables.Where(table => table.Paper == paper).Select(table => table.Number)];
        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"{n}"), Numbers("whatwhenwhere-cvpr"));
        Assert.Equal([.. Enumerable.Range(1, 13).Select(n => $"{n}"), "9.1"], Numbers("whatwhenwhere-iclr"));
        Assert.Equal(["1", "2-left", "2-right", "3", "4"], Numbers("comma-neurips"));
        Assert.Equal(["1", "2", "3", "4"], Numbers("sscs-iccv"));
        Assert.Equal(7, Numbers("slides-2024").Length);
    }

    [Fact]
    public void Every_paper_has_its_entry_in_the_bibliography()
    {
        string entries = File.ReadAllText(Path.Combine(_folder, "bibliography.bib"));
        Assert.All(_tables.Tables, table => Assert.Contains("{" + table.Cite + ",", entries));
    }

    [Theory]
    [InlineData("2", "spatio-temporal")]
    [InlineData("3", "spatial")]
    public void The_slides_repeat_the_papers_numbers(string table, string slide)
    {
        var printed = _tables["whatwhenwhere-cvpr", table];
        foreach (var row in _tables["slides-2024", slide].Rows)
            Assert.Equal(row.Values, printed[row.Name].Values);
    }

    [Fact]
    public void A_mean_over_thresholds_that_is_none_is_named_in_the_tables_note()
    {
        int odd = 0;
        foreach (var table in _tables.Tables.Where(table => table.Columns.Contains("0.1:0.5") && table.Paper != "slides-2024"))
            foreach (var row in table.Rows)
            {
                double mean = new[] { "0.1", "0.2", "0.3", "0.4", "0.5" }.Average(column => row.Values[column]!.Number);
                if (Math.Abs(mean - row.Values["0.1:0.5"]!.Number) <= 0.006)
                    continue;
                odd++;
                Assert.Contains(row.Name, table.Note);
            }

        Assert.Equal(10, odd);
    }

    [Fact]
    public void Printed_precision_and_spread_are_kept_and_a_dash_is_no_value()
    {
        Assert.Equal(new PublishedValue("17.10", 17.1, 2, null), _tables.Value("whatwhenwhere-cvpr", "2", "Ours (CLIP)", "0.4"));
        Assert.Equal(new PublishedValue("51.8 ± 2.9", 51.8, 1, 2.9), PublishedValue.TryParse("51.8 ± 2.9"));
        Assert.Null(PublishedValue.TryParse("17,1"));
        Assert.Null(_tables.Value("whatwhenwhere-cvpr", "3", "GLIP (Swin-L*)", "Daly Acc"));
    }

    [Fact]
    public void A_missing_row_or_column_is_named_with_the_file_and_what_there_is()
    {
        var row = Assert.Throws<ArgumentException>(() => _tables.Value("whatwhenwhere-cvpr", "6", "both", "MiningYT Temporal"));
        Assert.Contains("whatwhenwhere-cvpr.json: table 6 has no row 'both'; its rows are 'only Local loss'", row.Message);
        var column = Assert.Throws<ArgumentException>(() => _tables.Value("whatwhenwhere-cvpr", "6", "only Local loss", "IoU"));
        Assert.Contains("row 'only Local loss' has no column 'IoU'", column.Message);
        Assert.Throws<ArgumentException>(() => _tables["whatwhenwhere-cvpr", "14"]);
    }

    [Theory]
    [InlineData("\"5,23\"", "row 'x', column 'c'")]
    [InlineData("5.23", "values.c")]
    public void A_value_that_is_no_printed_number_is_named_with_file_and_row(string value, string place)
    {
        using var folder = new TemporaryFolder();
        folder.Write("p.json", $$"""
            {"paper": "p", "cite": "k", "edition": "e", "tables": [{"table": "1", "caption": "", "source": "", "attributes": [], "columns": ["c"],
             "rows": [{"row": "x", "attributes": {}, "values": {"c": {{value}} } }]}]}
            """);
        var error = Assert.Throws<DataFormatException>(() => PublishedTables.Load(folder.Path));
        Assert.Contains("p.json", error.Message);
        Assert.Contains(place, error.Message);
    }

    [Fact]
    public void A_row_with_other_columns_than_the_table_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("p.json", """
            {"paper": "p", "cite": "k", "edition": "e", "tables": [{"table": "1", "caption": "", "source": "", "attributes": [], "columns": ["c"],
             "rows": [{"row": "x", "attributes": {}, "values": {}}]}]}
            """);
        Assert.Contains("row 'x'", Assert.Throws<DataFormatException>(() => PublishedTables.Load(folder.Path)).Message);
        Assert.Throws<DirectoryNotFoundException>(() => PublishedTables.Load(folder.File("none")));
    }
}
