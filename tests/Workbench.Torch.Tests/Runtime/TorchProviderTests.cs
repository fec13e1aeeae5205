using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Workbench.Torch.Tests.Runtime;

public class TorchProviderTests
{
    [Fact]
    public void The_other_provider_takes_the_packages_and_none_of_the_binding()
    {
        using JsonDocument project = Evaluate("TorchSharp");
        Assert.Equal(["TorchSharp", "TorchSharp-cpu"], Items(project, "PackageReference"));
        string[] sources = Items(project, "Compile");
        Assert.Contains("Provider.TorchSharp/TorchRuntime.cs", sources);
        Assert.All(sources, source => Assert.True(source.StartsWith("Extras/", StringComparison.Ordinal) || source.StartsWith("Provider.TorchSharp/", StringComparison.Ordinal), source));
    }

    [Fact]
    public void The_default_is_the_binding_without_packages()
    {
        using JsonDocument project = Evaluate("libtorch");
        Assert.Empty(Items(project, "PackageReference"));
        string[] sources = Items(project, "Compile");
        Assert.Contains("Interop/Operator.cs", sources);
        Assert.DoesNotContain("Provider.TorchSharp/TorchRuntime.cs", sources);
    }

    private static string[] Items(JsonDocument project, string kind) =>
        [.. project.RootElement.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];

    private static JsonDocument Evaluate(string provider, [CallerFilePath] string here = "")
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList =
            {
                "msbuild", Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Workbench.Torch", "Workbench.Torch.csproj"),
                $"-p:TorchProvider={provider}", "-getItem:PackageReference", "-getItem:Compile", "-nodeReuse:false",
            },
            RedirectStandardOutput = true,
        };
        foreach (string inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(inherited);
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonDocument.Parse(said);
    }
}
