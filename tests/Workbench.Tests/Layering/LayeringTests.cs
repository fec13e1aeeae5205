namespace Workbench.Tests.Layering;

/// <summary>The design's one-way flow, on the real sources.</summary>
public class LayeringTests
{
    private static readonly string Source = Path.Combine(PublicData.RepositoryRoot, "src");

    [Fact]
    public void No_source_file_uses_a_layer_above_its_own()
    {
        string[] files = [.. Files("*.cs")];
        Assert.NotEmpty(files);
        string[] offences = [.. files.SelectMany(path => LayerChecker.Check(path, File.ReadAllText(Path.Combine(Source, path))))];
        Assert.True(offences.Length == 0, string.Join('\n', offences));
    }

    [Fact]
    public void No_project_refers_to_one_above_it()
    {
        string[] projects = [.. Files("*.csproj")];
        Assert.True(projects.Length >= 4, $"Only {projects.Length} projects were found in src.");
        string[] offences = [.. projects.SelectMany(path =>
            LayerChecker.CheckProject(Path.GetFileNameWithoutExtension(path), File.ReadAllText(Path.Combine(Source, path))))];
        Assert.True(offences.Length == 0, string.Join('\n', offences));
    }

    [Fact]
    public void Every_folder_of_the_library_has_its_place_in_the_order()
    {
        string[] folders = [.. Files("*.cs").Select(LayerRules.LayerOf).Distinct().Where(layer => layer.Length > 0)];
        Assert.Contains("Data", folders);
        Assert.All(folders, layer => LayerRules.ForbiddenTo(layer));
    }

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Source, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
