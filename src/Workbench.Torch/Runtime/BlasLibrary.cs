namespace Workbench.Torch;

/// <summary>Names the BLAS that libtorch calls: what its build says, or, for a generic one, the library the process loaded.</summary>
internal static class BlasLibrary
{
    private const string Marker = "BLAS_INFO=";
    private static readonly string[] known = ["mkl_rt", "openblas", "libblis", "atlas", "libblas"];

    public static string Name(string config)
    {
        int at = config.IndexOf(Marker, StringComparison.Ordinal);
        string built = at < 0 ? "unknown" : config[(at + Marker.Length)..].Split(',', ' ', '\n')[0];
        return built is "generic" or "unknown" && Loaded() is { } library ? library : built;
    }

    /// <summary>Linux: the first BLAS among the files mapped into this process.</summary>
    private static string? Loaded()
    {
        const string Maps = "/proc/self/maps";
        if (!File.Exists(Maps)) return null;
        var files = File.ReadLines(Maps).Select(line => line.Split(' ')[^1]).Where(path => path.StartsWith('/')).Distinct().ToList();
        return known.Select(name => files.Find(file => file.Contains(name, StringComparison.Ordinal)))
            .FirstOrDefault(file => file is not null);
    }
}
