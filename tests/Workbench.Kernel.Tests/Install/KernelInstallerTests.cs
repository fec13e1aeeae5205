using System.Text.Json.Nodes;
using Workbench.Kernel.Install;

namespace Workbench.Kernel.Tests.Install;

public sealed class KernelInstallerTests : IDisposable
{
    private static readonly Dictionary<string, string> s_environment = new() { ["WORKBENCH_ROOT"] = "/somewhere" };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shared_name_is_taken_when_it_is_free_and_again_when_it_is_ours()
    {
        Assert.Equal(".net-csharp", Install("first").Name);
        Assert.Equal(".net-csharp", Install("second").Name);
        JsonNode json = JsonNode.Parse(File.ReadAllText(_folder.File(".net-csharp/kernel.json")))!;
        Assert.Equal(["second", "{connection_file}"], json["argv"]!.AsArray().Select(a => (string?)a));
        Assert.Equal(("C#", "message", "/somewhere"), ((string?)json["language"], (string?)json["interrupt_mode"], (string?)json["env"]!["WORKBENCH_ROOT"]));
    }

    [Theory]
    [InlineData("{\"argv\": [\"dotnet\", \"interactive\"], \"display_name\": \".NET (C#)\"}")]
    [InlineData("no JSON")]
    [InlineData(null)]
    public void The_kernel_of_another_is_left_alone(string? theirs)
    {
        Directory.CreateDirectory(_folder.File(".net-csharp"));
        if (theirs is not null)
            File.WriteAllText(_folder.File(".net-csharp/kernel.json"), theirs);
        Assert.Equal("workbench-csharp", Install("ours").Name);
        Assert.Equal(theirs is not null, File.Exists(_folder.File(".net-csharp/kernel.json")));
        if (theirs is not null)
            Assert.Equal(theirs, File.ReadAllText(_folder.File(".net-csharp/kernel.json")));
    }

    [Fact]
    public void A_kernel_of_another_in_another_folder_is_not_hidden()
    {
        using TemporaryFolder machine = new();
        Directory.CreateDirectory(machine.File(".net-csharp"));
        Assert.Equal("workbench-csharp", KernelInstaller.Install(_folder.Path, [machine.Path], "ours", s_environment).Name);
        Assert.False(Directory.Exists(_folder.File(".net-csharp")));
    }

    [Fact]
    public void With_both_names_taken_nothing_is_written()
    {
        Directory.CreateDirectory(_folder.File(".net-csharp"));
        Directory.CreateDirectory(_folder.File("workbench-csharp"));
        Assert.Throws<IOException>(() => Install("ours"));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_installed_kernel_is_found_again()
    {
        Assert.Null(KernelInstaller.Installed([_folder.Path]));
        Install("ours");
        Assert.Equal("ours", KernelInstaller.Installed([_folder.Path])!.Program);
    }

    private KernelSpec Install(string program) => KernelInstaller.Install(_folder.Path, [], program, s_environment);
}
