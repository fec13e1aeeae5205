namespace Workbench.Backbones;

/// <summary>How videos are turned into features.</summary>
public sealed record ExtractionOptions
{
    /// <summary>Frames a second; the grounding model works at 1.</summary>
    public double Fps { get; init; } = 1;

    /// <summary>Frames encoded at once.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Videos decoded at the same time, ahead of the one that is being encoded.</summary>
    public int Decoders { get; init; } = Math.Clamp(Environment.ProcessorCount, 2, 8);

    /// <summary>Single-video files are merged into a shard when they take this many bytes together.</summary>
    public long ShardBytes { get; init; } = 128L << 20;
}
