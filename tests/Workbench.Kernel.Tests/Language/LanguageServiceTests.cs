using Workbench.Kernel.Language;

namespace Workbench.Kernel.Tests.Language;

public sealed class LanguageServiceTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Members_locals_extension_methods_and_the_library_are_proposed(bool sdk)
    {
        _session.Evaluate("using Workbench.Transport;\nvar numbers = new List<int> { 1 }; record Row(string Name, int Count); var row = new Row(\"a\", 1);");
        LanguageService service = Service(sdk);
        Assert.Contains("numbers", Texts(service, "num|"));
        Assert.Contains("Select", Texts(service, "numbers.Sel|"));
        Assert.Contains("Count", Texts(service, "row.|"));
        Assert.Contains("Sinkhorn", Texts(service, "Sink|"));
        Assert.Contains("display", Texts(service, "#!time\ndisp|"));
        Assert.Contains("foreach", Texts(service, "fore|"));
        _session.Evaluate("int later = 3;");
        Assert.Contains("later", Texts(service, "la|"));
    }

    [Fact]
    public void The_editor_features_of_the_SDK_know_more_than_the_compiler()
    {
        _session.Evaluate("int Half(int x, double scale = 2) => x / 2;");
        LanguageService with = Service(sdk: true), without = Service(sdk: false);
        Assert.DoesNotContain("scale", Texts(without, "Half(1, sc|"));
        string[] found = Texts(with, "Half(1, sc|");
        if (with.UsesSdk)
            Assert.Contains("scale", found);
        else
            Assert.DoesNotContain("scale", found); // This machine has a run time only.
    }

    [Fact]
    public void The_proposals_replace_what_was_typed_and_have_a_kind()
    {
        Completions found = Service(sdk: false).Complete("var y = Math.Ab + 1", 14);
        Assert.Equal((13, 14), (found.Start, found.End));
        Assert.Contains(found.Items, i => i is { Text: "Abs", Kind: "method" });
        Assert.DoesNotContain(found.Items, i => i.Text == "Max");
    }

    [Fact]
    public void Magics_are_proposed_at_the_beginning_of_a_line() => Assert.Equal(["#!who", "#!whos"], Texts(Service(sdk: false), "1\n#!wh|"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_name_is_described_with_its_declaration(bool sdk)
    {
        _session.Evaluate("int Half(int x, double scale = 2) => x / 2; var list = new List<string>();");
        LanguageService service = Service(sdk);
        Assert.Equal("int Half(int x, double scale = 2)", service.Inspect("Half(1)", 4));
        Assert.Contains("List<string>", service.Inspect("list", 2), StringComparison.Ordinal);
        Assert.StartsWith("static int Math.Abs(int value)", service.Inspect("Math.Abs(1)", 6), StringComparison.Ordinal);
        Assert.Null(service.Inspect("   ", 1));
        Assert.Null(service.Inspect("", 0));
    }

    [Theory]
    [InlineData("for (int i = 0; i < 3; i++) {", "incomplete", "    ")]
    [InlineData("int x = (1 +", "incomplete", "    ")]
    [InlineData("int x = 1;", "complete", null)]
    [InlineData("#!time\n1 + 1", "complete", null)]
    [InlineData("int x = ;", "invalid", null)]
    public void A_console_learns_whether_a_cell_is_complete(string code, string status, string? indent)
    {
        var content = CompletenessCheck.Check(code);
        Assert.Equal(status, (string?)content["status"]);
        Assert.Equal(indent, (string?)content["indent"]);
    }

    private static string[] Texts(LanguageService service, string code)
    {
        int at = code.IndexOf('|', StringComparison.Ordinal);
        return [.. service.Complete(code.Remove(at, 1), at).Items.Select(i => i.Text)];
    }

    private LanguageService Service(bool sdk)
    {
        LanguageService service = new(_session.Session);
        if (!sdk)
            service.ForgetSdk();
        return service;
    }
}
