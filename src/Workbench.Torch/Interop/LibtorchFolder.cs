namespace Workbench.Torch.Interop;

/// <summary>A folder that TORCH_DIR names: where its libraries lie and which version its headers say.</summary>
internal static class LibtorchFolder
{
    /// <summary>The library folder under TORCH_DIR; null when TORCH_DIR is not set.</summary>
    /// <exception cref="TorchUnavailableException">TORCH_DIR is set and holds no libtorch.</exception>
    public static string? FromEnvironment()
    {
        string? root = Environment.GetEnvironmentVariable("TORCH_DIR");
        if (string.IsNullOrEmpty(root)) return null;
        root = Path.GetFullPath(root);
        return Candidates(root).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "libtorch_cpu.so")))
            ?? throw new TorchUnavailableException(
                $"TORCH_DIR is {root}, but there is no lib/libtorch_cpu.so in it. Point it at an unpacked libtorch (or " +
                "the torch folder of a PyTorch wheel) and run `dotnet build`, or unset it.");
    }

    /// <summary>The version in the headers beside a library folder, or "unknown".</summary>
    public static string Version(string libraries)
    {
        for (DirectoryInfo? up = new DirectoryInfo(libraries).Parent; up is not null; up = up.Parent)
        {
            foreach (string header in (string[])["torch/csrc/api/include/torch/version.h", "torch/headeronly/version.h"])
            {
                string path = Path.Combine(up.FullName, "include", header);
                if (File.Exists(path) && Quoted(path) is { } version) return version;
            }
        }

        return "unknown";
    }

    private static IEnumerable<string> Candidates(string root)
    {
        string lib = Path.Combine(root, "lib");
        if (Directory.Exists(lib))
            foreach (string folder in Directory.EnumerateDirectories(lib, "*-linux-gnu")) yield return folder;
        yield return lib;
        yield return Path.Combine(root, "lib64");
    }

    private static string? Quoted(string path) => File.ReadLines(path)
        .Where(line => line.Contains('"'))
        .Select(line => line.Split('"')[1])
        .FirstOrDefault(text => text.Length > 0 && char.IsAsciiDigit(text[0]));
}
