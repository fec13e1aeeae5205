namespace Workbench.GpuTests;

/// <summary>One benchmark in one precision. Eager is PyTorch as it comes, compiled its torch.compile; null with the reason where there is none.</summary>
internal sealed record DeviceBenchmark(
    string Name, string About, string Precision, double OursMilliseconds, double? EagerMilliseconds, double? RatioToEager, string? EagerMissing, double? CompiledMilliseconds, double? RatioToCompiled,
    string? CompiledMissing, double? Difference, double? PeerMemoryMiB, string? PeerVersions, string? Failed = null);
