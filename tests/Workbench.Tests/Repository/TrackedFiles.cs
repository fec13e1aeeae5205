using System.Diagnostics;

namespace Workbench.Tests.Repository;

/// <summary>The files that belong to the repository: what git tracks or would add, else (no git here) what lies outside of build folders.</summary>
internal static class TrackedFiles
{
    private const int LargestText = 4 << 20;
    private static readonly string[] BuildFolders = ["bin", "obj", ".git", ".workbench", "TestResults", "__pycache__"];

    public static string Root => PublicData.RepositoryRoot;

    /// <summary>Paths relative to the root, with forward slashes, in ordinal order; deleted ones left out.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. (FromGit() ?? FromFolders()).Where(path => File.Exists(Path.Combine(Root, path))).Order(StringComparer.Ordinal)];

    /// <summary>The file's text; null for one that is binary or larger than any text of ours.</summary>
    public static string? Text(string path)
    {
        FileInfo file = new(Path.Combine(Root, path));
        if (file.Length > LargestText)
            return null;
        string text = File.ReadAllText(file.FullName);
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    private static string[]? FromGit()
    {
        if (!Path.Exists(Path.Combine(Root, ".git")))
            return null;
        try
        {
            ProcessStartInfo start = new("git") { ArgumentList = { "-C", Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard" }, RedirectStandardOutput = true, RedirectStandardError = true };
            using Process git = Process.Start(start)!;
            string output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // No git on this machine.
        }
    }

    private static IEnumerable<string> FromFolders() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(BuildFolders.Contains))
            .Where(path => !path.StartsWith("data/generated/", StringComparison.Ordinal) && !path.StartsWith("data/downloads/", StringComparison.Ordinal));
}
