namespace Workbench.Report.Rendering;

/// <summary>Where plotly.js lies: npm's package plotly.js-dist-min, version 3, in a folder that git ignores.</summary>
internal static class PlotlyScript
{
    /// <summary>The environment variable that names the file plotly.min.js itself.</summary>
    public const string Variable = "PLOTLY_JS";

    /// <summary>The version that pages name where no copy is installed.</summary>
    public const string CdnVersion = "3.1.0";

    /// <summary>What to run.</summary>
    public const string Install = "./workbench setup --figures";

    private const string InFolder = "node_modules/plotly.js-dist-min/plotly.min.js";

    /// <summary>The file PLOTLY_JS names; else that of .workbench/npm in the checkout; else that of a node_modules at or above the working directory. Null where there is none.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable(Variable), Checkout(), Environment.CurrentDirectory);

    internal static string? Find(string? named, string? npm, string start)
    {
        if (!string.IsNullOrEmpty(named))
            return File.Exists(named) ? Path.GetFullPath(named) : null;
        IEnumerable<string> folders = npm is null ? [] : [npm];
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            folders = folders.Append(folder.FullName);
        return folders.Select(folder => Path.Combine(folder, InFolder)).FirstOrDefault(File.Exists);
    }

    /// <summary>The version the file names in its first lines: "plotly.js v3.1.0".</summary>
    internal static string Version(string file)
    {
        using StreamReader reader = new(file);
        var start = new char[400];
        string text = new(start, 0, reader.ReadBlock(start));
        int at = text.IndexOf(" v", StringComparison.Ordinal);
        return at < 0 ? "of unknown version" : text[(at + 2)..].Split('\n', ' ')[0].Trim();
    }

    private static string? Checkout()
    {
        try
        {
            return Path.Combine(WorkbenchPaths.Locate().Cache, "npm");
        }
        catch (DirectoryNotFoundException)
        {
            return null; // The library is used outside of a checkout.
        }
    }
}
