namespace Workbench.Backbones;

/// <summary>What an extraction of sound did.</summary>
/// <param name="Extracted">Videos added to the store.</param>
/// <param name="Skipped">Videos that were in the store already.</param>
/// <param name="Seconds">Seconds encoded.</param>
/// <param name="Elapsed">From the first video's start to the store's completion.</param>
/// <param name="Silent">Videos without a track or with a silent one: their features are 0.</param>
/// <param name="Broken">Videos that could not be read, with the reason; the rest is done all the same.</param>
public sealed record AudioExtractionResult(
    int Extracted, int Skipped, long Seconds, TimeSpan Elapsed, IReadOnlyList<string> Silent, IReadOnlyList<(string Video, string Reason)> Broken);
