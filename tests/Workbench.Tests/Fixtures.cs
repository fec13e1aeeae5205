namespace Workbench.Tests;

/// <summary>The committed fixtures under tests/fixtures; the script that made each lies beside it.</summary>
public static class Fixtures
{
    /// <summary>The full path of a fixture, for example "safetensors/all-types.safetensors".</summary>
    public static string Find(string relative) => Path.Combine(PublicData.RepositoryRoot, "tests", "fixtures", relative);
}
