namespace Workbench.Tests.Layering;

/// <summary>The checker must be able to fail: made-up sources, each with one offence or none.</summary>
public class LayerCheckerTests
{
    [Theory]
    [InlineData("Workbench/Data/X.cs", "using Workbench.Models;", "Workbench.Models")]
    [InlineData("Workbench/Data/X.cs", "using static Workbench.Metrics.PointingGame;", "Workbench.Metrics")]
    [InlineData("Workbench/Data/X.cs", "global using Workbench.Losses;", "Workbench.Losses")]
    [InlineData("Workbench/Data/X.cs", "using Net = Workbench.Models.GlobalLocalModel;", "Workbench.Models")]
    [InlineData("Workbench/Data/X.cs", "using TorchSharp;", "TorchSharp")]
    [InlineData("Workbench/Data/Kitchen/X.cs", "using static TorchSharp.torch;", "TorchSharp")]
    [InlineData("Workbench/Data/X.cs", "using Workbench.Torch;", "Workbench.Torch")]
    [InlineData("Workbench/Metrics/X.cs", "using TorchSharp;", "TorchSharp")]
    [InlineData("Workbench/Metrics/X.cs", "using Workbench.Inference;", "Workbench.Inference")]
    [InlineData("Workbench/Metrics/X.cs", "using Workbench.Experiments;", "Workbench.Experiments")]
    [InlineData("Workbench/Inference/X.cs", "using Workbench.Metrics;", "Workbench.Metrics")]
    [InlineData("Workbench/Transport/X.cs", "using Workbench.Models;", "Workbench.Models")]
    [InlineData("Workbench/Models/X.cs", "using Workbench.Training;", "Workbench.Training")]
    [InlineData("Workbench/Experiments/X.cs", "using Workbench.Report;", "Workbench.Report")]
    [InlineData("Workbench/X.cs", "using Workbench.Data;", "Workbench.Data")]
    [InlineData("Workbench.Report/X.cs", "using Workbench.Cli;", "Workbench.Cli")]
    [InlineData("Workbench.Torch/X.cs", "using Workbench.Data;", "Workbench.Data")]
    [InlineData("Workbench/Data/X.cs", "class A { object B() => new Workbench.Models.Net(); }", "Workbench.Models")]
    [InlineData("Workbench/Data/X.cs", "class A { object B() => global::Workbench.Models.Net.C(); }", "Workbench.Models")]
    [InlineData("Workbench/Data/X.cs", "class A { object B() => Models.Net.Default(); }", "Workbench.Models")]
    [InlineData("Workbench/Data/X.cs", "class A { object B() => new Models.Net(); }", "Workbench.Models")]
    public void An_arrow_that_points_backwards_is_named(string path, string text, string forbidden)
    {
        string offence = Assert.Single(LayerChecker.Check(path, text));
        Assert.Contains(path, offence, StringComparison.Ordinal);
        Assert.EndsWith($"must not know {forbidden}", offence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Workbench/Models/X.cs", "using TorchSharp; using Workbench.Data; using Workbench.Transport;")]
    [InlineData("Workbench/Experiments/X.cs", "using Workbench.Metrics; using Workbench.Training;")]
    [InlineData("Workbench/Metrics/X.cs", "using Workbench.Data;")]
    [InlineData("Workbench.Cli/X.cs", "using Workbench.Report; using Workbench.Experiments;")]
    [InlineData("Workbench/Data/X.cs", "// using Workbench.Models;")]
    [InlineData("Workbench/Data/X.cs", "/* Workbench.Models */ class A { string B = \"Workbench.Models\"; }")]
    [InlineData("Workbench/Data/X.cs", "class A { string B = @\"a\"\"b Workbench.Models\"; char C = '\"'; }")]
    [InlineData("Workbench/Data/X.cs", "class A { string B = \"\"\"\n Workbench.Models \"x\"\n \"\"\"; }")]
    [InlineData("Workbench/Data/X.cs", "class A { int B(Run run) => run.Models.Count(); int Models2 = 1; }")]
    [InlineData("Workbench/Data/X.cs", "using Workbench.ModelsOfOthers;")]
    [InlineData("Workbench.Torch/X.cs", "[LibraryImport(\"workbench_torch\")] static partial int F();")]
    [InlineData("Workbench/Data/X.cs", "[LibraryImport(\"libcairo.so.2\")] static partial int F();")]
    public void What_the_design_allows_passes(string path, string text) => Assert.Empty(LayerChecker.Check(path, text));

    [Theory]
    [InlineData("[DllImport(\"libtorch_cpu.so\")] static extern int F();")]
    [InlineData("class A { const string L = \"libtorch.so\"; }")]
    [InlineData("class A { const string L = \"torch\"; [LibraryImport(L)] static partial int F(); }")]
    [InlineData("class A { object B = NativeLibrary.Load(\"libc10.so\"); }")]
    public void Only_the_binding_may_name_a_library_of_libtorch(string text) =>
        Assert.Contains("libtorch", Assert.Single(LayerChecker.Check("Workbench/Models/X.cs", text)), StringComparison.Ordinal);

    [Fact]
    public void A_namespace_that_is_not_its_folder_is_named()
    {
        string offence = Assert.Single(LayerChecker.Check("Workbench/Data/Kitchen/X.cs", "namespace Workbench.Data;\nclass X;"));
        Assert.EndsWith("its namespace is Workbench.Data, its folder says Workbench.Data.Kitchen", offence, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_after_a_comment_or_a_literal_is_still_read()
    {
        const string text = "/* a */ class A { string S = \"\\\"\"; char C = '\\''; } // b\nusing Workbench.Models;";
        Assert.Single(LayerChecker.Check("Workbench/Data/X.cs", text));
    }

    [Fact]
    public void A_folder_without_a_place_in_the_order_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => LayerChecker.Check("Workbench/Utils/X.cs", "class X;"));
        Assert.Contains("'Utils'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Workbench", "<ProjectReference Include=\"../Workbench.Report/Workbench.Report.csproj\" />", "Workbench must not refer to Workbench.Report")]
    [InlineData("Workbench.Torch", "<ProjectReference Include=\"../Workbench/Workbench.csproj\" />", "Workbench.Torch must not refer to Workbench")]
    [InlineData("Workbench.Utils", "<Project />", "Workbench.Utils has no line in the table of projects")]
    public void A_project_reference_that_points_backwards_is_named(string name, string xml, string expected) =>
        Assert.Equal(expected, Assert.Single(LayerChecker.CheckProject(name, xml)));
}
