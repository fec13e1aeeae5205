namespace Workbench.Kernel.Install;

/// <summary>Where Jupyter clients look for kernels.</summary>
internal static class JupyterFolders
{
    /// <summary>The user's own folder of kernel specs.</summary>
    public static string User
    {
        get
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            string data = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } named ? named
                : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
                : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
                : Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? Path.Combine(xdg, "jupyter")
                : Path.Combine(home, ".local", "share", "jupyter");
            return Path.Combine(data, "kernels");
        }
    }

    /// <summary>The folder of kernel specs of a prefix, such as a virtual environment.</summary>
    public static string OfPrefix(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    /// <summary>The user's folder and those of the whole machine.</summary>
    public static IReadOnlyList<string> All
    {
        get
        {
            string[] named = Environment.GetEnvironmentVariable("JUPYTER_PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
            string[] machine = OperatingSystem.IsWindows()
                ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter", "kernels")]
                : ["/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels"];
            return [.. named.Select(p => Path.Combine(p, "kernels")), User, .. machine];
        }
    }
}
