using System.Text.Json.Nodes;
using Workbench.Report.Charts;
using Workbench.Report.Rendering;

namespace Workbench.Tests.Report.Rendering;

/// <summary>Files that need no browser, and what is said where there is none.</summary>
public sealed class FigureFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Figure Evil() => Chart.Line(["</script><script>alert(1)</script>"], [1]).WithTitle("</title><script>");

    [Fact]
    public void JSON_is_moved_into_place_and_nothing_else_is_left()
    {
        string path = _folder.File("new/figure.json");
        Evil().Save(path);
        Evil().WithSize(200, 100).Save(path);
        Assert.Equal([path], Directory.GetFiles(_folder.File("new")));
        Assert.Equal(200, Figure.FromJson((JsonObject)JsonNode.Parse(File.ReadAllText(path))!).Width);
    }

    [Fact]
    public void No_text_of_a_figure_ends_the_script_of_its_page()
    {
        string path = _folder.File("figure.html");
        Evil().Save(path);
        string page = File.ReadAllText(path);
        Assert.DoesNotContain("</script><script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<title></title>", page, StringComparison.Ordinal);
        Assert.Contains("Plotly.newPlot", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_ending_is_refused_with_those_there_are() =>
        Assert.Contains(".svg, .png, .pdf, .html or .json", Assert.Throws<ArgumentException>(() => Evil().Save(_folder.File("figure.gif"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, null, "Chromium and npm's plotly.js-dist-min", "setup --figures")]
    [InlineData(null, "plotly.min.js", "install Chromium", "apt-get install chromium")]
    [InlineData("chromium", null, "plotly.js-dist-min", "setup --figures")]
    public async Task What_is_missing_is_said_in_one_sentence_with_how_to_get_it(string? program, string? script, string what, string how)
    {
        using var renderer = new FigureRenderer(() => program, () => script, TimeSpan.FromSeconds(1));
        Exception error = await Assert.ThrowsAsync<PlatformNotSupportedException>(() => renderer.RenderAsync([], FigureFormat.Png, 10, 10, 1));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(how, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_bundle_has_JSON_and_text_and_a_picture_exactly_where_figures_can_be_drawn()
    {
        IReadOnlyDictionary<string, object> bundle = Chart.Line([1, 2], [1, 2]).WithTitle("t").ToMimeBundle();
        Assert.IsType<JsonObject>(bundle["application/vnd.plotly.v1+json"], exactMatch: false);
        string text = Assert.IsType<string>(bundle["text/plain"]);
        Assert.StartsWith("Figure \"t\"", text, StringComparison.Ordinal);
        Assert.Equal(FigureRenderer.WhyMissing is null, bundle.ContainsKey("image/png"));
        Assert.Equal(FigureRenderer.WhyMissing is not null, text.Contains("install", StringComparison.Ordinal));
        Assert.DoesNotContain("text/html", bundle.Keys); // Viewers would prefer it to both.
    }

    [Fact]
    public void Programs_and_scripts_are_looked_for_where_the_documents_say()
    {
        string program = _folder.Write("bin/google-chrome", ""), script = _folder.Write("npm/node_modules/plotly.js-dist-min/plotly.min.js", "/**\n* plotly.js v3.9.1\n*/");
        Assert.Equal(program, ChromiumProgram.Find(null, _folder.File("bin")));
        Assert.Equal(program, ChromiumProgram.Find("google-chrome", _folder.File("bin")));
        Assert.Null(ChromiumProgram.Find("missing", _folder.File("bin")));
        Assert.Equal(script, PlotlyScript.Find(null, _folder.File("npm"), "/"));
        Assert.Equal(script, PlotlyScript.Find(null, null, Directory.CreateDirectory(_folder.File("npm/deep/er")).FullName));
        Assert.Equal(script, PlotlyScript.Find(script, null, "/"));
        Assert.Null(PlotlyScript.Find(_folder.File("none.js"), _folder.File("npm"), "/"));
        Assert.Equal("3.9.1", PlotlyScript.Version(script));
    }
}
