using System.Reflection;
using System.Runtime.InteropServices;

namespace Workbench.Torch.Interop;

/// <summary>
/// Loads the shim that lies beside this assembly, and with it the libtorch it was built for; checks that the two fit and
/// says what to do when they do not. Uses all cores unless OMP_NUM_THREADS says otherwise (libtorch alone may take one).
/// </summary>
internal static unsafe class ShimLoader
{
    private const string FileName = "libworkbench_torch.so";
    private static readonly Lock gate = new();
    private static nint loaded;

    /// <summary>What native/build.sh wrote down: found_by, root, lib, version, abi, cuda. Empty before loading.</summary>
    public static IReadOnlyDictionary<string, string> Info { get; private set; } = new Dictionary<string, string>();

    public static string Version => Info.GetValueOrDefault("version", "unknown");

    public static string Folder => Info.GetValueOrDefault("lib", "unknown");

    public static void Load() => NativeLibrary.SetDllImportResolver(typeof(ShimLoader).Assembly, Resolve);

    /// <summary>Null when libtorch answers, else why it does not.</summary>
    public static string? Problem()
    {
        try
        {
            return Native.wb_abi() == Native.Abi ? null : "the shim is of another version than this assembly";
        }
        catch (TorchUnavailableException e)
        {
            return e.Message;
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Native.Library) return 0;
        lock (gate)
        {
            return loaded != 0 ? loaded : loaded = Open();
        }
    }

    private static nint Open()
    {
        string folder = Path.GetDirectoryName(typeof(ShimLoader).Assembly.Location) is { Length: > 0 } beside
            ? beside
            : AppContext.BaseDirectory;
        string shim = Path.Combine(folder, FileName);
        string? wanted = LibtorchFolder.FromEnvironment();
        if (!File.Exists(shim))
            throw new TorchUnavailableException(
                $"{FileName} is not in {folder}: this program was built on a machine without libtorch or without a C++ " +
                "compiler. apt-get install libtorch-dev cmake g++ (or set TORCH_DIR to an unpacked libtorch), then run " +
                "`dotnet build` again; `dotnet build` says what it misses.");
        Info = ReadInfo(Path.ChangeExtension(shim, ".info"));
        string built = Folder;
        if (wanted is not null && wanted != built) UseOther(wanted, built);
        else if (!File.Exists(Path.Combine(built, "libtorch_cpu.so")))
            throw new TorchUnavailableException(
                $"the libtorch {Version} that this program was built for is gone from {built}. Install it again, or run " +
                "`dotnet build` to build for the one that is there now.");
        nint handle = Open(shim, built);
        CheckAbi(handle);
        UseAllCores(handle);
        return handle;
    }

    private static nint Open(string shim, string built)
    {
        try
        {
            return NativeLibrary.Load(shim);
        }
        catch (DllNotFoundException e)
        {
            throw new TorchUnavailableException(
                $"{shim} was built for libtorch {Version} in {built} and does not load with what is there now (another " +
                "version, another C++ ABI, or a library it needs is missing). Run `dotnet build` to build it for the " +
                $"present libtorch. The loader says: {e.Message}", e);
        }
    }

    /// <summary>TORCH_DIR names another libtorch than the one built for: taken when it is the same version, else refused.</summary>
    private static void UseOther(string wanted, string built)
    {
        string version = LibtorchFolder.Version(wanted);
        if (version != Version)
            throw new TorchUnavailableException(
                $"TORCH_DIR holds libtorch {version} ({wanted}), but this program was built for {Version} ({built}). Run " +
                "`dotnet build` with the same TORCH_DIR, or unset TORCH_DIR.");
        foreach (string library in (string[])["libc10.so", "libtorch_cpu.so", "libtorch.so"])
            NativeLibrary.TryLoad(Path.Combine(wanted, library), out _);
        Info = new Dictionary<string, string>(Info) { ["lib"] = wanted, ["found_by"] = "TORCH_DIR" };
    }

    private static void CheckAbi(nint handle)
    {
        int abi = NativeLibrary.TryGetExport(handle, "wb_abi", out nint export) ? ((delegate* unmanaged<int>)export)() : 0;
        if (abi != Native.Abi)
            throw new TorchUnavailableException(
                $"{FileName} has interface {abi}, this assembly wants {Native.Abi}: they come from different builds. Run `dotnet build`.");
    }

    private static void UseAllCores(nint handle)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OMP_NUM_THREADS"))) return;
        ((delegate* unmanaged<int, int>)NativeLibrary.GetExport(handle, "wb_threads"))(Environment.ProcessorCount);
    }

    private static Dictionary<string, string> ReadInfo(string path) => !File.Exists(path)
        ? []
        : File.ReadLines(path).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
}
