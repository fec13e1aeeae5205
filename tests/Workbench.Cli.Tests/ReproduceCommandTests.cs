using System.CommandLine;
using Workbench.Cli.Commands;

namespace Workbench.Cli.Tests;

public class ReproduceCommandTests
{
    private static readonly Command s_root = All.Create();

    private static string[] Errors(string line) => [.. s_root.Parse(line).Errors.Select(e => e.Message)];

    [Theory]
    [InlineData("reproduce")]
    [InlineData("reproduce --table 6")]
    [InlineData("reproduce --table 6 --seeds 1 2 3 --jobs 2")]
    [InlineData("reproduce --paper comma")]
    [InlineData("reproduce --paper comma --table 2")]
    [InlineData("reproduce --paper comma --table 2-left --fidelity ReleasedCode")]
    [InlineData("reproduce --paper comma --all --profile smoke")]
    public void A_papers_own_tables_are_taken(string line) => Assert.Empty(Errors(line));

    [Theory]
    [InlineData("reproduce --paper comma --table 6", "comma")]
    [InlineData("reproduce --table 2-left", "2-left")]
    [InlineData("reproduce --paper comma --disagreements", "disagreements")]
    [InlineData("reproduce --paper nobody", "nobody")]
    [InlineData("reproduce --paper comma --all --table 1", "--all")]
    public void Another_papers_tables_are_refused_by_name(string line, string said) => Assert.Contains(Errors(line), e => e.Contains(said, StringComparison.Ordinal));

    [Fact]
    public void A_name_may_stand_for_several_tables_and_none_for_the_printed_ones()
    {
        PaperEntry comma = Papers.Others["comma"];
        Assert.Equal(["2-left", "2-right"], comma.Tables("2"));
        Assert.Equal(["3"], comma.Tables("3"));
        Assert.Equal(["1", "2-left", "2-right", "3", "4"], comma.Tables(null));
    }
}
