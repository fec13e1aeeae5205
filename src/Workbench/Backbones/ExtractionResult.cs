namespace Workbench.Backbones;

/// <summary>What an extraction did.</summary>
/// <param name="Extracted">Videos added to the store.</param>
/// <param name="Skipped">Videos that were in the store already, or that another process added meanwhile.</param>
/// <param name="Frames">Frames encoded.</param>
/// <param name="Elapsed">From the first video's start to the store's completion.</param>
/// <param name="Broken">Videos that could not be decoded, with the reason; the rest of the folder is done all the same.</param>
/// <param name="MostFrames">The most decoded frames that were held at a time.</param>
public sealed record ExtractionResult(int Extracted, int Skipped, long Frames, TimeSpan Elapsed, IReadOnlyList<(string Video, string Reason)> Broken, int MostFrames = 0);
