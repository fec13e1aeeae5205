namespace Workbench.Report.Rendering;

/// <summary>Where Chromium, or another browser of its family, lies.</summary>
internal static class ChromiumProgram
{
    /// <summary>The environment variable that names the program.</summary>
    public const string Variable = "CHROMIUM";

    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly string[] s_places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

    /// <summary>What CHROMIUM names, else the first on the PATH; null where there is none.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable("PATH"));

    internal static string? Find(string? named, string? path)
    {
        string[] folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!string.IsNullOrEmpty(named))
            return folders.Select(folder => Path.Combine(folder, named)).Prepend(Path.GetFullPath(named)).FirstOrDefault(File.Exists);
        return s_names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).Concat(s_places).FirstOrDefault(File.Exists);
    }
}
