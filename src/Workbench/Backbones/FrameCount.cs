namespace Workbench.Backbones;

/// <summary>How many decoded frames are held, over all videos, and the most that ever were.</summary>
internal sealed class FrameCount
{
    private readonly Lock _gate = new();
    private int _now;

    public int Most { get; private set; }

    /// <summary>Counts frames in, or with a negative number out.</summary>
    public void Add(int frames)
    {
        lock (_gate)
            Most = Math.Max(Most, _now += frames);
    }
}
