namespace Workbench.Backbones;

/// <summary>How videos are turned into features.</summary>
public sealed record ExtractionOptions
{
    /// <summary>Rows of features a second; the grounding model works at 1, and so must a backbone that sees clips.</summary>
    public double Fps { get; init; } = 1;

    /// <summary>Frames encoded at once.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>Videos decoded at the same time: the one that is being encoded and those after it.</summary>
    public int Decoders { get; init; } = Math.Clamp(Environment.ProcessorCount, 2, 8);

    /// <summary>Batches of one video that are decoded or being encoded: one fills, one waits, one is encoded.</summary>
    internal const int BatchesPerVideo = 3;

    /// <summary>The most decoded frames that are held at any time: <see cref="Decoders"/> × 3 × <see cref="Batch"/>; a backbone that sees clips holds those of a batch of clips besides.</summary>
    public int MostFrames => Decoders * BatchesPerVideo * Batch;

    /// <summary>Encoded videos that wait for the disk while the next are encoded.</summary>
    public int WaitingVideos { get; init; } = 2;

    /// <summary>Which of the videos: every <see cref="Shards"/>th in ordinal order, from this one on (1, 2, …).</summary>
    public int Shard { get; init; } = 1;

    /// <summary>Into how many parts the videos are split; 1 for all of them.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Single-video files are merged into a shard of the store when they take this many bytes together.</summary>
    public long ShardBytes { get; init; } = 128L << 20;

    /// <summary>Refuses what makes no sense.</summary>
    /// <exception cref="ArgumentException">A count below 1, or a part that is not among the parts.</exception>
    public void Check()
    {
        foreach ((string name, int value) in new[] { (nameof(Batch), Batch), (nameof(Decoders), Decoders), (nameof(WaitingVideos), WaitingVideos), (nameof(Shards), Shards) })
            if (value < 1)
                throw new ArgumentException($"{name} must be at least 1, {value} was given.");
        if (Shard < 1 || Shard > Shards)
            throw new ArgumentException($"A part from 1/{Shards} to {Shards}/{Shards} was expected, {Shard}/{Shards} was given.");
    }
}
