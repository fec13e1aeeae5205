namespace Workbench.Cli.Benchmarks;

/// <summary>Time and memory of the local loss, forward and backward, at one size.</summary>
/// <param name="Batch">B.</param>
/// <param name="Regions">R.</param>
/// <param name="Words">K.</param>
/// <param name="OursMilliseconds">Median of ours.</param>
/// <param name="OursMemoryMiB">Of a fresh process, from the inputs on.</param>
/// <param name="PeerMilliseconds">Median of the peer's; null where it does not finish.</param>
/// <param name="PeerMemoryMiB">The same of the peer.</param>
/// <param name="PeerMissing">Why there is no peer.</param>
internal sealed record GrowthPoint(
    int Batch, int Regions, int Words, double OursMilliseconds, double? OursMemoryMiB, double? PeerMilliseconds, double? PeerMemoryMiB, string? PeerMissing);
