using System.Text.RegularExpressions;

namespace Workbench.Tests.Repository;

/// <summary>What no file of the repository may hold: paths of somebody's machine, hosts of package registries, e-mail addresses.</summary>
internal static partial class ForbiddenText
{
    /// <summary>The first offence of a text as "line: what", or null.</summary>
    public static string? Find(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            foreach (Regex pattern in (Regex[])[MachinePath(), RegistryHost(), Address()])
            {
                if (pattern.Match(lines[i]) is { Success: true } match)
                    return $"{i + 1}: {match.Value}";
            }
        }
        return null;
    }

    // Folders of one machine. /usr, /etc, /proc and /var are everybody's.
    [GeneratedRegex(@"(?<![\w.~$})/-])/(home|root|Users|work|tmp|mnt|workspace)/\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(nuget\.org|npmjs\.(org|com)|pypi\.org|pythonhosted\.org|artifactor[y]|jfro[g]|pkgs\.dev\.azure|deb\.debian\.org|docker\.io|ghcr\.io|anaconda\.org)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"\b[A-Za-z][\w.+-]+@[\w-]+(\.[\w-]+)*\.(com|org|net|edu|io|de|eu|uk|fr|ch|jp|cn|kr|il)\b")]
    private static partial Regex Address();
}
