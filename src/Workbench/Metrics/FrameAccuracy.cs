namespace Workbench.Metrics;

/// <summary>Mean over frames (MoF): the share of frames with the right label, pooled over videos. The only number the released MiningYouTube alignment prints; background counts like any label unless left out.</summary>
public sealed class FrameAccuracy(int? ignored = null)
{
    /// <summary>Frames counted so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Frames with the right label.</summary>
    public long Correct { get; private set; }

    /// <summary>In [0, 1]; NaN where no frame was counted.</summary>
    public double Value => Frames > 0 ? (double)Correct / Frames : double.NaN;

    /// <summary>Adds a video; frames annotated with the ignored label are skipped.</summary>
    /// <exception cref="ArgumentException">The two label lists differ in length.</exception>
    public void Add(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted)
    {
        if (truth.Length != predicted.Length)
            throw new ArgumentException($"{truth.Length} annotated frames but {predicted.Length} predicted ones.", nameof(predicted));
        for (int i = 0; i < truth.Length; i++)
        {
            if (truth[i] == ignored)
                continue;
            Frames++;
            if (truth[i] == predicted[i])
                Correct++;
        }
    }
}
