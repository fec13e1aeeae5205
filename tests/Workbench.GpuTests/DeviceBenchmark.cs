namespace Workbench.GpuTests;

/// <summary>One benchmark in one precision. Compiled is PyTorch's torch.compile; null with the reason where there is none.</summary>
internal sealed record DeviceBenchmark(
    string Name, string About, string Precision, double OursMilliseconds, double? EagerMilliseconds, double? RatioToEager, double? CompiledMilliseconds, double? RatioToCompiled,
    string? CompiledMissing, double? Difference, double? PeerMemoryMiB, string? PeerVersions, string? Failed = null);
