using TorchSharp;
using Workbench.Torch;

namespace Workbench.Cli.Doctor;

/// <summary>What libtorch says of itself in this process.</summary>
/// <param name="Version">Its version; null when it does not answer.</param>
/// <param name="Problem">Why it does not answer; null when it does.</param>
/// <param name="Threads">Threads it computes with.</param>
/// <param name="CudaDevices">CUDA devices that answer.</param>
/// <param name="Build">What is known of the build the shim was compiled for: found_by, lib, cuda. Empty with the TorchSharp provider.</param>
internal sealed record TorchFacts(
    string? Version, string? Problem, int Threads, int CudaDevices, IReadOnlyDictionary<string, string> Build)
{
    private const string BuildFile = "libworkbench_torch.info";

    /// <summary>"1.13.1 on the CPU": for run files.</summary>
    public string? Summary => Version is null ? null : $"{Version} {(CudaDevices > 0 ? $"with {CudaDevices} CUDA devices" : "on the CPU")}";

    /// <summary>Loads libtorch and asks it. Never throws for a libtorch that is absent or does not fit.</summary>
    public static TorchFacts Read()
    {
        IReadOnlyDictionary<string, string> build = ReadBuild(Path.Combine(AppContext.BaseDirectory, BuildFile));
        try
        {
            int threads = torch.get_num_threads(); // First: it is what loads libtorch.
            return new TorchFacts(torch.__version__, null, threads, torch.cuda.is_available() ? torch.cuda.device_count() : 0, build);
        }
        catch (Exception e) when (ErrorText.Unwrap(e) is TorchException or DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or NotSupportedException)
        {
            return new TorchFacts(null, ErrorText.Unwrap(e).Message, 0, 0, build);
        }
    }

    /// <summary>The key=value lines that the shim's build leaves beside it.</summary>
    internal static IReadOnlyDictionary<string, string> ReadBuild(string path) => !File.Exists(path)
        ? new Dictionary<string, string>()
        : File.ReadLines(path).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
}
