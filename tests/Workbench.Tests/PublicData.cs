namespace Workbench.Tests;

/// <summary>
/// Finds the public annotation files that tests read where they lie: in the folder named by
/// <c>WORKBENCH_PUBLIC_DATA</c>, else in <c>../shared/data</c> beside the repository root. They are other people's data
/// and none of them is committed.
/// </summary>
public static class PublicData
{
    private const string Variable = "WORKBENCH_PUBLIC_DATA";

    /// <summary>The folder looked into, whether it exists or not.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder given relative to <see cref="Root"/>.</summary>
    public static string Find(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    /// <summary>Null where all the files or folders exist; otherwise the reason to skip a test, which names the first missing one.</summary>
    public static string? WhyMissing(params string[] relative)
    {
        ArgumentNullException.ThrowIfNull(relative);
        var missing = relative.FirstOrDefault(name => !Path.Exists(Find(name)));
        return missing is null ? null : $"'{missing}' is not in '{Root}' (set {Variable} to the folder with the public annotation files).";
    }

    /// <summary>The folder of Workbench.sln, upwards from the test's binaries.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    private static string FindRoot() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(FindRepositoryRoot(), "..", "shared", "data"));

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Workbench.sln")))
                return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
