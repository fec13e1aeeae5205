namespace Workbench.Experiments;

/// <summary>Which commit a checkout stands at, read from its .git without running git.</summary>
public static class SourceCommit
{
    /// <summary>The 40 digits of HEAD; null where the folder is no checkout (an exported archive).</summary>
    public static string? Of(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        string git = Path.Combine(root, ".git");
        if (File.Exists(git) && File.ReadAllText(git).Trim() is var pointer && pointer.StartsWith("gitdir: ", StringComparison.Ordinal))
            git = Path.GetFullPath(Path.Combine(root, pointer["gitdir: ".Length..]));
        string head = Path.Combine(git, "HEAD");
        if (!File.Exists(head))
            return null;
        string text = File.ReadAllText(head).Trim();
        if (!text.StartsWith("ref: ", StringComparison.Ordinal))
            return text;
        string name = text["ref: ".Length..], common = Path.Combine(git, "commondir");
        string shared = File.Exists(common) ? Path.GetFullPath(Path.Combine(git, File.ReadAllText(common).Trim())) : git;
        foreach (string folder in (string[])[git, shared])
            if (File.Exists(Path.Combine(folder, name)))
                return File.ReadAllText(Path.Combine(folder, name)).Trim();
        string packed = Path.Combine(shared, "packed-refs");
        return File.Exists(packed)
            ? File.ReadLines(packed).FirstOrDefault(line => line.EndsWith(" " + name, StringComparison.Ordinal))?.Split(' ')[0]
            : null;
    }
}
