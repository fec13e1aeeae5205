using System.Text.Json.Nodes;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Tests.Interactive;

/// <summary>The display conventions of .NET Interactive, as cells use them.</summary>
public sealed class DisplayTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose()
    {
        Microsoft.DotNet.Interactive.Formatting.Formatter.ResetToDefault();
        _session.Dispose();
    }

    [Fact]
    public void A_sequence_of_records_is_a_table_in_HTML_and_in_text()
    {
        JsonNode data = Shown("record Row(string Name, double Value);\nnew[] { new Row(\"a<b\", 1.5), new Row(\"c\", 22) }");
        Assert.Contains("<th>Name</th><th>Value</th>", (string?)data["text/html"], StringComparison.Ordinal);
        Assert.Contains("a&lt;b", (string?)data["text/html"], StringComparison.Ordinal);
        Assert.Equal("Name  Value\n----  -----\na<b     1.5\nc        22", (string?)data["text/plain"]);
    }

    [Theory]
    [InlineData("new[] { 1, 2, 3 }", "[ 1, 2, 3 ]")]
    [InlineData("Enumerable.Range(0, 25).ToArray()", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, … (5 more) ]")]
    [InlineData("(1, \"a\", 2.5)", "(1, a, 2.5)")]
    [InlineData("new { A = 1, B = \"x\" }", "{ A = 1, B = x }")]
    [InlineData("new System.Net.Cookie { Name = \"n\" }.Expired", "False")]
    [InlineData("1.0 / 3", "0.3333333333333333")]
    [InlineData("new int[0]", "[ ]")]
    [InlineData("TimeSpan.FromSeconds(90)", "00:01:30")]
    [InlineData("class Plain { public int X = 1; public string Y => throw new Exception(); }\nnew Plain()", "Plain { X = 1, Y = (Exception) }")]
    public void Every_value_has_a_text(string code, string text) => Assert.Equal(text, (string?)Shown(code)["text/plain"]);

    [Fact]
    public void An_endless_sequence_is_cut_off()
    {
        Assert.EndsWith("19, … (more) ]", (string?)Shown("IEnumerable<int> All() { for (int i = 0; ; i++) yield return i; }\nAll()")["text/plain"], StringComparison.Ordinal);
        Assert.EndsWith("… more", (string?)Shown("All().Select(i => new { I = i, Twice = 2 * i })")["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void DisplayTable_shows_every_row()
    {
        _session.Evaluate("Enumerable.Range(0, 50).Select(i => new { I = i }).DisplayTable();");
        Assert.Equal(52, ((string?)_session.Of("display_data").Single()["data"]!["text/plain"])!.Split('\n').Length);
    }

    [Theory]
    [InlineData("HTML(\"<b>x</b>\")", "text/html", "<b>x</b>")]
    [InlineData("display(\"# t\", \"text/markdown\");", "text/markdown", "# t")]
    [InlineData("\"<i>y</i>\".DisplayAs(\"text/html\");", "text/html", "<i>y</i>")]
    [InlineData("Javascript(\"f()\");", "text/html", "<script type=\"text/javascript\">f()</script>")]
    [InlineData("CSS(\"p {}\");", "text/html", "<style>p {}</style>")]
    [InlineData("#!html\n<p>z</p>", "text/html", "<p>z</p>")]
    [InlineData("#!markdown\n**b**", "text/markdown", "**b**")]
    [InlineData("#!mermaid\ngraph TD", "text/vnd.mermaid", "graph TD")]
    [InlineData("#!javascript\ng()", "text/html", "<script type=\"text/javascript\">g()</script>")]
    [InlineData("KernelInvocationContext.Current.DisplayAs(\"k\", \"text/html\");", "text/html", "k")]
    public void A_display_has_the_type_that_was_asked_for(string code, string mimeType, string content) => Assert.Equal(content, (string?)Shown(code)[mimeType]);

    [Fact]
    public void What_the_user_registers_is_used_for_the_type_and_those_below_it()
    {
        _session.Evaluate("class Animal { } class Cat : Animal { }\nFormatter.Register<Animal>(a => $\"<b>{a.GetType().Name}</b>\", \"text/html\");");
        Assert.Equal("<b>Cat</b>", (string?)Shown("new Cat()")["text/html"]);
        _session.Evaluate("Formatter.SetPreferredMimeTypesFor(typeof(Animal), \"text/plain\");");
        Assert.Equal(["text/plain"], Shown("new Cat()").AsObject().Select(d => d.Key));
        Assert.Equal("<b>Cat</b>", _session.Evaluate("new Cat().ToDisplayString(\"text/html\")"));
        _session.Evaluate("Formatter.ListExpansionLimit = 2;");
        Assert.Equal("[ 1, 2, … (1 more) ]", _session.Evaluate("new[] { 1, 2, 3 }"));
    }

    [Fact]
    public void A_type_that_makes_its_own_bundle_is_shown_by_it()
    {
        JsonNode data = Shown(
            "class Figure { public IReadOnlyDictionary<string, object> ToMimeBundle() => new Dictionary<string, object> {"
            + " [\"application/vnd.plotly.v1+json\"] = System.Text.Json.Nodes.JsonNode.Parse(\"{\\\"data\\\": [1.5]}\"), [\"image/png\"] = new byte[] { 1, 2, 3 } };"
            + " public override string ToString() => \"a figure\"; }\nnew Figure()");
        Assert.Equal(1.5, (double?)data["application/vnd.plotly.v1+json"]!["data"]![0]);
        Assert.Equal("AQID", (string?)data["image/png"]);
        Assert.Equal("a figure", (string?)data["text/plain"]);
    }

    [Fact]
    public void A_formatter_that_a_library_declares_is_found_by_its_name()
    {
        JsonNode data = Shown(
            """
            [AttributeUsage(AttributeTargets.Class)]
            class TypeFormatterSourceAttribute : Attribute
            {
                public TypeFormatterSourceAttribute(Type source) { FormatterSourceType = source; }
                public Type FormatterSourceType { get; }
                public string[] PreferredMimeTypes { get; set; }
            }
            class Writer
            {
                public string MimeType { get; set; }
                public bool Format(object value, TextWriter writer) { writer.Write(MimeType == "application/json" ? "{\"a\": 1}" : "<b/>"); return true; }
            }
            class Source { public IEnumerable<object> CreateTypeFormatters() => new[] { new Writer { MimeType = "text/html" }, new Writer { MimeType = "application/json" }, new Writer { MimeType = "text/x-unwanted" } }; }
            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "application/json", "text/html" })]
            class Thing { public override string ToString() => "thing"; }
            class Special : Thing { }
            new Special()
            """);
        Assert.Equal(["application/json", "text/html", "text/plain"], data.AsObject().Select(d => d.Key).Order(StringComparer.Ordinal));
        Assert.Equal(1, (int?)data["application/json"]!["a"]);
        Assert.Equal("thing", (string?)data["text/plain"]);
    }

    [Fact]
    public void A_formatter_that_throws_is_the_error_of_the_cell()
    {
        CellResult result = _session.Run("class Bad { public IReadOnlyDictionary<string, object> ToMimeBundle() => throw new InvalidOperationException(\"no figure\"); }\nnew Bad()");
        Assert.Equal("no figure", result.Error!.Value);
    }

    [Fact]
    public void A_data_table_is_a_table()
    {
        JsonNode data = Shown("var t = new System.Data.DataTable(); t.Columns.Add(\"Name\"); t.Columns.Add(\"N\", typeof(int)); t.Rows.Add(\"a\", 3);\nt");
        Assert.Equal("Name  N\n----  -\na     3", (string?)data["text/plain"]);
    }

    [Fact]
    public void A_progress_bar_changes_in_place_and_ends_without_times()
    {
        _session.Evaluate(
            "using (var bar = NotebookProgress.Show(\"training\")) { for (int i = 0; i <= 400; i++) ((IProgress<ProgressReport>)bar).Report(new ProgressReport(\"steps\", i, 400, \"loss 0.5\")); }");
        JsonNode data = _session.Of("display_data").Single()["data"]!;
        Assert.Equal("training\nsteps: 100% (400/400)  loss 0.5", (string?)data["text/plain"]);
        Assert.Contains("<progress max=\"400\" value=\"400\">", (string?)data["text/html"], StringComparison.Ordinal);
    }

    /// <summary>The data of the only output of a cell.</summary>
    private JsonNode Shown(string code)
    {
        _session.Evaluate(code);
        return Assert.Single(_session.Outputs)["data"]!;
    }
}
