using Workbench.Kernel.Engine;
using Workbench.Kernel.Magics;

namespace Workbench.Kernel.Tests.Magics;

public sealed class MagicTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_cell_of_several_languages_keeps_the_order_and_the_line_numbers()
    {
        CellResult result = _session.Run("Console.Write(1);\n#!markdown\n# T\n#!csharp\nConsole.Write(2);\n#!html\n<b/>\n#!csharp\n\nthrow new Exception(\"x\");");
        Assert.Equal(["stream", "display_data", "stream", "display_data", "error"], _session.Outputs.Select(o => (string?)o["output_type"]));
        Assert.Contains(result.Error!.Traceback, l => l.StartsWith("Cell In[1], line 10\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sql", "LINQ")]
    [InlineData("fsharp", "C# only")]
    [InlineData("pwsh", "Process")]
    [InlineData("connect", "one kernel")]
    [InlineData("share", "one, for C#")]
    [InlineData("nonsense", "#!time")]
    public void What_is_not_supported_says_so_and_what_to_do(string magic, string words)
    {
        CellResult result = _session.Run($"int x = 1;\n#!{magic} --all\n1");
        Assert.StartsWith($"Magic: #!{magic} ", result.Error!.Value, StringComparison.Ordinal);
        Assert.Contains(words, result.Error.Value, StringComparison.Ordinal);
        Assert.Contains("Cell In[1], line 2", result.Error.Traceback);
        Assert.Equal("CompilationError", _session.Run("x").Error!.Name); // Nothing of the cell ran.
    }

    [Fact]
    public void Who_and_whos_list_the_variables_with_their_present_values()
    {
        _session.Evaluate("int a = 1; var b = new List<double> { 0.5 }; int Function() => 1; record R(int X);");
        _session.Evaluate("a = 5; string a2 = null;");
        _session.Evaluate("#!who");
        Assert.Equal("a, a2, b", (string?)_session.Outputs[0]["data"]!["text/plain"]);
        _session.Evaluate("#!whos");
        Assert.Contains("b     List<Double>  [ 0.5 ]", (string?)_session.Outputs[0]["data"]!["text/plain"], StringComparison.Ordinal);
        Assert.Equal(["5", "1"], _session.Session.Variables.Where(v => v.Name is "a").Select(v => $"{v.Value}").Append("1"));
    }

    [Fact]
    public void Time_is_told_and_about_names_no_machine()
    {
        Assert.Equal("2", _session.Evaluate("#!time\n1 + 1"));
        Assert.Matches(@"^Wall time: \d+\.\d ms$", (string?)_session.Of("display_data").Single()["data"]!["text/plain"]);
        _session.Evaluate("#!about");
        Assert.DoesNotContain(Environment.MachineName, (string?)_session.Outputs[0]["data"]!["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void Preprocessor_lines_of_C_sharp_stay() =>
        Assert.Equal("2", _session.Evaluate("#region r\n#pragma warning disable\n#if NOTHING\n1\n#else\n2\n#endif\n#endregion"));

    [Fact]
    public void Only_a_magic_ends_a_part_of_another_language()
    {
        IReadOnlyList<CellPart> parts = CellParts.Split("#!markdown\n#!nothing known\n# Title\n#!csharp\n1");
        Assert.Equal((CellLanguage.Markdown, "#!nothing known\n# Title"), (parts[0].Language, parts[0].Text));
        Assert.Equal((CellLanguage.CSharp, "\n\n\n\n1"), (parts[1].Language, parts[1].Text));
    }
}
