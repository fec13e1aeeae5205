namespace Workbench.Data;

/// <summary>
/// How a training clip is drawn from a video's narrations. Source: released code, video_loader_clip.py (the paper is silent).
/// Pure functions: chance comes from the caller.
/// </summary>
public static class ClipSampling
{
    /// <summary>The released code gives up after this many captions without a known word.</summary>
    public const int MaxDraws = 100;

    /// <summary>The text that the released code then takes.</summary>
    public const string NoText = "None";

    /// <summary>
    /// Draws one caption evenly; draws again, up to <see cref="MaxDraws"/> times in all, while it has no known word. After that
    /// the last caption's times are kept and its text becomes <see cref="NoText"/>.
    /// </summary>
    /// <param name="hasKnownWord">Tells whether a text has a word of the vocabulary; the text may be empty.</param>
    /// <exception cref="ArgumentException">There is no caption to draw from.</exception>
    public static Clip DrawCaption(IReadOnlyList<Clip> captions, Func<string, bool> hasKnownWord, Random random)
    {
        ArgumentNullException.ThrowIfNull(captions);
        ArgumentNullException.ThrowIfNull(hasKnownWord);
        ArgumentNullException.ThrowIfNull(random);
        if (captions.Count == 0)
            throw new ArgumentException("A caption is drawn from at least one; the video has none.", nameof(captions));
        for (var draw = 1; ; draw++)
        {
            var caption = captions[random.Next(captions.Count)];
            if (hasKnownWord(caption.Text))
                return caption;
            if (draw == MaxDraws)
                return caption with { Text = NoText };
        }
    }

    /// <summary>
    /// A clip shorter than <paramref name="minSeconds"/> is widened about its middle: start - half of what is missing, at least
    /// 0, and end = start + <paramref name="minSeconds"/>. Others stay as they are.
    /// </summary>
    public static Segment Extend(Segment clip, double minSeconds = 5)
    {
        if (clip.Length >= minSeconds)
            return clip;
        var start = Math.Max(0, clip.Start - (minSeconds - clip.Length) / 2);
        return new Segment(start, start + minSeconds);
    }

    /// <summary>Both bounds cut to whole seconds, as the released code does after <see cref="Extend"/>.</summary>
    public static Segment Truncate(Segment clip) => new(Math.Truncate(clip.Start), Math.Truncate(clip.End));

    /// <summary>
    /// The seconds of video that a sample spans: frames / fps + control. The released code adds its seconds of control here,
    /// but counts frames + control frames in the sample; the two agree at 1 fps only.
    /// </summary>
    public static double WindowSeconds(int frames, double fps, int controlSeconds = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fps);
        ArgumentOutOfRangeException.ThrowIfNegative(controlSeconds);
        return frames / fps + controlSeconds;
    }

    /// <summary>The second at which decoding starts.</summary>
    /// <param name="clip">The clip after <see cref="Extend"/> and <see cref="Truncate"/>: whole seconds.</param>
    /// <param name="windowSeconds">See <see cref="WindowSeconds"/>.</param>
    /// <exception cref="ArgumentException">The clip's bounds are not whole seconds.</exception>
    public static int StartSeek(Segment clip, double windowSeconds, SeekRule rule, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (clip != Truncate(clip))
            throw new ArgumentException($"A clip of whole seconds is expected; it runs from {clip.Start:R} to {clip.End:R} s.", nameof(clip));
        int start = (int)clip.Start, end = (int)clip.End;
        return rule switch
        {
            SeekRule.Random => random.Next(start, (int)Math.Max(start, end - windowSeconds) + 1),
            SeekRule.Early => Math.Max(0, (start + end) / 2 - 8),
            SeekRule.Fixed => start,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Random, Early or Fixed was expected."),
        };
    }
}
