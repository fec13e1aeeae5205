using System.Text.RegularExpressions;

namespace Workbench.Tests.Layering;

/// <summary>Finds the arrows that point backwards in one source file, by <see cref="LayerRules"/>.</summary>
internal static partial class LayerChecker
{
    /// <summary>One sentence for each offence. <paramref name="path"/> is relative to src, with forward slashes.</summary>
    public static IReadOnlyList<string> Check(string path, string text)
    {
        string layer = LayerRules.LayerOf(path);
        SourceText source = SourceText.Read(text);
        List<string> offences = [];
        foreach (string forbidden in LayerRules.ForbiddenTo(layer))
        {
            string last = forbidden[(forbidden.LastIndexOf('.') + 1)..];
            // Inside namespace Workbench.X, "Models.Y" finds Workbench.Models.Y without a using.
            bool named = Regex.IsMatch(source.Code, $@"(?<![\w.]){Regex.Escape(forbidden)}(?!\w)")
                || Regex.IsMatch(source.Code, $@"(?<![\w.]){last}\s*\.\s*[A-Z]\w*\s*[.(<]") && forbidden != last;
            if (named)
                offences.Add($"{path}: {(layer.Length == 0 ? "src/Workbench itself" : layer)} must not know {forbidden}");
        }
        if (layer != "Torch" && KnowsLibtorch(source))
            offences.Add($"{path}: only Workbench.Torch may name a library of libtorch");
        if (NamespaceOf(source.Code) is { } actual && Expected(path) is { } expected && actual != expected)
            offences.Add($"{path}: its namespace is {actual}, its folder says {expected}");
        return offences;
    }

    /// <summary>The offences of a project file: references that the table does not list, and tensors' packages elsewhere.</summary>
    public static IReadOnlyList<string> CheckProject(string name, string xml)
    {
        if (!LayerRules.Projects.TryGetValue(name, out string[]? allowed))
            return [$"{name} has no line in the table of projects"];
        return [.. ProjectReference().Matches(xml)
            .Select(match => match.Groups[1].Value)
            .Where(reference => !allowed.Contains(reference))
            .Select(reference => $"{name} must not refer to {reference}")];
    }

    private static bool KnowsLibtorch(SourceText source) =>
        source.Literals.Any(literal => LibraryFile().IsMatch(literal))
        || (Import().IsMatch(source.Code) && source.Literals.Any(literal => TorchLibrary().IsMatch(literal)));

    private static string? NamespaceOf(string code) => Namespace().Match(code) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Folder = namespace; Workbench.Torch also speaks in TorchSharp's names, one folder of the kernel in .NET Interactive's.</summary>
    private static string? Expected(string path) =>
        path.StartsWith("Workbench.Torch/", StringComparison.Ordinal) || path.StartsWith("Workbench.Kernel/Interactive/", StringComparison.Ordinal) ? null : Path.GetDirectoryName(path)!.Replace('/', '.');

    [GeneratedRegex(@"lib(torch|c10|caffe2)\w*\.(so|dylib)|\b(torch|c10)\w*\.dll")]
    private static partial Regex LibraryFile();

    [GeneratedRegex(@"^(lib)?(workbench_?)?(torch|c10|caffe2)", RegexOptions.IgnoreCase)]
    private static partial Regex TorchLibrary();

    [GeneratedRegex(@"\b(DllImport|LibraryImport|NativeLibrary)\b")]
    private static partial Regex Import();

    [GeneratedRegex(@"(?m)^\s*namespace\s+([\w.]+)")]
    private static partial Regex Namespace();

    [GeneratedRegex(@"<ProjectReference\s+Include=""[^""]*?([\w.]+)\.csproj""")]
    private static partial Regex ProjectReference();
}
