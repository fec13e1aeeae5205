namespace Workbench.Data;

/// <summary>
/// MiningYouTube's 512 action classes and "background" (weakYouTube_dict.txt, one class a line, trailing blanks), and a
/// simple rule that maps the annotators' free labels to them. Labels have blanks for underscores here.
/// </summary>
public sealed class MiningYouTubeDictionary
{
    private readonly HashSet<string> _known;

    private MiningYouTubeDictionary(List<string> classes) => (Classes, _known) = (classes, classes.ToHashSet(StringComparer.Ordinal));

    /// <summary>The classes in the order of the file, "background" included.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Reads the dictionary.</summary>
    /// <exception cref="DataFormatException">No such file, no class in it, or a class twice.</exception>
    public static MiningYouTubeDictionary Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
            throw new DataFormatException(path, "path", "the dictionary of classes was expected, there is no such file");
        var classes = new List<string>();
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            var label = text.Trim().Replace('_', ' ');
            if (label.Length == 0)
                continue;
            if (classes.Contains(label))
                throw new DataFormatException(path, $"line {line}", $"each class may appear once; '{label}' appears again");
            classes.Add(label);
        }
        return classes.Count > 0 ? new MiningYouTubeDictionary(classes) : throw new DataFormatException(path, "line 1", "a class was expected; the file is empty");
    }

    /// <summary>
    /// The class of a label, or null: the label itself; else with a final "s" or "es" dropped from any of its words; else the
    /// same of its first two words; else of its first and last word. On GroundingYouTube's seg.json this finds 637 of 690
    /// labels, 4,746 of 5,132 segments, 493 classes. The rule is ours: the published classes must come from one like it.
    /// </summary>
    public string? Match(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var words = label.Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        return Find(words) ?? (words.Length > 2 ? Find(words.AsSpan()[..2]) ?? Find([words[0], words[^1]]) : null);
    }

    private string? Find(ReadOnlySpan<string> words)
    {
        var forms = new List<string> { "" };
        foreach (var word in words)
            forms = [.. forms.SelectMany(head => Singulars(word).Select(form => head.Length == 0 ? form : $"{head} {form}"))];
        return forms.Find(_known.Contains);
    }

    private static IEnumerable<string> Singulars(string word)
    {
        yield return word;
        if (word.EndsWith('s'))
            yield return word[..^1];
        if (word.EndsWith("es", StringComparison.Ordinal))
            yield return word[..^2];
    }
}
