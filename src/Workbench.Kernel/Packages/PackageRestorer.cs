using System.Security;
using System.Security.Cryptography;
using System.Text;
using Workbench.Data;

namespace Workbench.Kernel.Packages;

/// <summary>
/// Restores packages by a throw-away project and the SDK's own <c>dotnet restore</c>, so that feeds, passwords and caches
/// are the user's. A set that was restored before is not restored again.
/// </summary>
internal sealed class PackageRestorer(string folder)
{
    /// <exception cref="InvalidOperationException">NuGet could not restore; its words are the message.</exception>
    public ResolvedPackages Restore(IReadOnlyCollection<(string Id, string Version)> packages, IReadOnlyCollection<string> sources, CancellationToken cancellation)
    {
        string project = Project(packages, sources);
        string place = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16]);
        string assets = Path.Combine(place, "obj", "project.assets.json");
        if (File.Exists(assets) && ResolvedPackages.Read(assets) is { } cached)
            return cached;
        // The checkout's own build settings must not reach this project.
        foreach (string name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            AtomicFile.WriteText(Path.Combine(place, name), "<Project />\n");
        AtomicFile.WriteText(Path.Combine(place, "packages.csproj"), project);
        string? errors = DotnetProgram.RunAsync(["restore", Path.Combine(place, "packages.csproj"), "--nologo", "-v", "q"], place, cancellation).GetAwaiter().GetResult();
        if (errors is not null)
            throw new InvalidOperationException(errors);
        return ResolvedPackages.Read(assets) ?? throw new InvalidOperationException("NuGet restored the packages, but their files are not where it says.");
    }

    private static string Project(IEnumerable<(string Id, string Version)> packages, IReadOnlyCollection<string> sources)
    {
        StringBuilder text = new("<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n");
        text.Append($"    <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>\n    <NuGetAudit>false</NuGetAudit>\n");
        if (sources.Count > 0)
            text.Append($"    <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>\n");
        text.Append("  </PropertyGroup>\n  <ItemGroup>\n");
        foreach ((string id, string version) in packages.OrderBy(p => p.Id, StringComparer.OrdinalIgnoreCase))
            text.Append($"    <PackageReference Include=\"{SecurityElement.Escape(id)}\" Version=\"{SecurityElement.Escape(version.Length == 0 ? "*" : version)}\" />\n");
        return text.Append("  </ItemGroup>\n</Project>\n").ToString();
    }
}
