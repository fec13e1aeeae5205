namespace Workbench.Tests.Repository;

public class ForbiddenTextTests
{
    // Put together here, so that this file does not hold what it looks for.
    [Theory]
    [InlineData("/ho", "me/someone/data", "")]
    [InlineData("path = \"/ro", "ot/x\"", "")]
    [InlineData("at /wo", "rk/thing", "")]
    [InlineData("https://api.nuget", ".org/v3", "")]
    [InlineData("registry.npmjs", ".org", "")]
    [InlineData("some.one@uni-example", ".edu", "")]
    public void A_machine_path_a_registry_host_or_an_address_is_found_with_its_line(string start, string middle, string end) =>
        Assert.StartsWith("2: ", ForbiddenText.Find($"first line\n{start}{middle}{end}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/usr/lib/x86_64-linux-gnu/libtorch.so and /proc/self/maps")]
    [InlineData("../shared/data, data/home/x, ~/work/x, $HOME/tmp/x")]
    [InlineData("https://dotnet.microsoft.com/download")]
    [InlineData("mAP@0.3, IoU@0.5, x@y, @Model.net")]
    public void Ordinary_paths_and_addresses_of_documents_pass(string text) => Assert.Null(ForbiddenText.Find(text));
}
