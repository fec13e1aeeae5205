using System.Text.RegularExpressions;

namespace Workbench.Kernel.Notebooks;

/// <summary>Hides what differs from run to run without meaning: times, dates, identities, absolute paths, colours.</summary>
internal static partial class OutputMask
{
    public static string Apply(string text)
    {
        text = Colour().Replace(text, "");
        text = Date().Replace(text, "(date)");
        text = Identity().Replace(text, "(id)");
        text = Folder().Replace(text, "(path)");
        text = Clock().Replace(text, "(time)");
        return Duration().Replace(text, "(time)");
    }

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")]
    private static partial Regex Date();

    [GeneratedRegex(@"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,64}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<![\w.~<>/)])(?:/[\w.+-]+){2,}/?|\b[A-Za-z]:\\[\w.\\+-]+")]
    private static partial Regex Folder();

    [GeneratedRegex(@"\b\d{1,3}:\d\d(?::\d\d)?(?:\.\d+)?\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b\d+(?:[.,]\d+)?\s?(?:ns|µs|us|ms|s|sec|seconds?|min|minutes?|h|hours?)\b")]
    private static partial Regex Duration();
}
