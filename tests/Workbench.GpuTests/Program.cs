using System.Text.Json;
using TorchSharp;
using Workbench.Cli.Benchmarks;
using Workbench.Experiments;
using Workbench.Torch;

namespace Workbench.GpuTests;

/// <summary>
/// <c>Workbench.GpuTests DEVICE DEVICE_NAME COMPILER [small]</c>, as tests/gpu/run starts it: the operator and fidelity tests on the device,
/// two benchmarks against the machine's PyTorch, one JSON on standard output. Exit code 1 where a test or a benchmark failed.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args.Length < 3 || args[0] is not ("cpu" or "cuda"))
        {
            await Console.Error.WriteLineAsync("usage: Workbench.GpuTests cpu|cuda DEVICE_NAME COMPILER [small]; see tests/gpu/run").ConfigureAwait(false);
            return 2;
        }

        string root = WorkbenchPaths.Locate().Root;
        TorchDescription torchFound = TorchRuntime.Describe();
        var device = new torch.Device(args[0]);
        if (device.type == DeviceType.CUDA && !torch.cuda_is_available())
        {
            await Console.Error.WriteLineAsync($"CUDA was asked for; libtorch {torchFound.Version} in {torchFound.Folder} finds no GPU.").ConfigureAwait(false);
            return 1;
        }

        TestCount[] tests = RunTests(device);
        IReadOnlyList<DeviceBenchmark> benchmarks = await new DeviceBenchmarks(root, device, args.Contains("small"), turns: 3).RunAsync(Console.Error, CancellationToken.None).ConfigureAwait(false);
        var report = new DeviceReport(
            args[0], args[1], HostFacts.Read(torchFound.Version), $"{torchFound.Version}, found by {torchFound.FoundBy}", args[2], CommitOf(root), tests, benchmarks);
        Console.WriteLine(JsonSerializer.Serialize(report, BenchmarkFiles.Format));
        return tests.All(t => t is { Failed: 0, Passed: > 0 }) && benchmarks.All(b => b.Failed is null) ? 0 : 1;
    }

    private static TestCount[] RunTests(torch.Device device)
    {
        torch.set_default_device(device);
        if (device.type == DeviceType.CUDA)
            torch.backends.cudnn.allow_tf32 = false; // The references are in single precision.
        try
        {
            return [AnyDeviceTests.Run(typeof(Torch.Tests.Tensors.OperatorFixtureTests).Assembly, Console.Error), AnyDeviceTests.Run(typeof(Tests.Models.CrossModalAttentionTests).Assembly, Console.Error)];
        }
        finally
        {
            torch.set_default_device(torch.CPU);
        }
    }

    /// <summary>What the bundle was made from, else the checkout's commit.</summary>
    private static string? CommitOf(string root) =>
        Path.Combine(root, "commit") is var file && File.Exists(file) ? File.ReadAllText(file).Trim() : SourceCommit.Of(root);
}
