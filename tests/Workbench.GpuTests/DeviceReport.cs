using Workbench.Cli.Benchmarks;

namespace Workbench.GpuTests;

/// <summary>What was found on one device: printed as one JSON, kept under results/gpu by the device's name.</summary>
/// <param name="Device">"cpu" or "cuda".</param>
/// <param name="DeviceName">The processor's or GPU's model.</param>
/// <param name="Host">The machine.</param>
/// <param name="Libtorch">Its version, and where it was found.</param>
/// <param name="Shim">How the shim was compiled.</param>
/// <param name="Commit">Of the sources that the bundle was made from.</param>
/// <param name="Tests">The operator tests and the fidelity tests.</param>
/// <param name="Benchmarks">Ours against that machine's PyTorch.</param>
internal sealed record DeviceReport(
    string Device, string DeviceName, HostFacts Host, string Libtorch, string Shim, string? Commit, IReadOnlyList<TestCount> Tests, IReadOnlyList<DeviceBenchmark> Benchmarks);
