namespace Workbench.Kernel.Notebooks;

/// <summary>Which notebooks are meant.</summary>
internal static class NotebookPaths
{
    /// <summary>Files as named; of folders every .ipynb in them by name, without checkpoints and hidden files.</summary>
    /// <exception cref="FileNotFoundException">A path does not exist.</exception>
    /// <exception cref="ArgumentException">There is no notebook at all.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        List<string> files = [];
        foreach (string path in paths.Select(Path.GetFullPath))
        {
            if (Directory.Exists(path))
                files.AddRange(Directory.EnumerateFiles(path, "*.ipynb").Where(f => Path.GetFileName(f)[0] != '.').Order(StringComparer.Ordinal));
            else if (File.Exists(path))
                files.Add(path);
            else
                throw new FileNotFoundException($"{path}: there is no such notebook or folder.", path);
        }
        return files.Count > 0 ? [.. files.Distinct()] : throw new ArgumentException($"There is no notebook in {string.Join(", ", paths)}.");
    }
}
