namespace Workbench.Data;

/// <summary>A sentence's moment within the part of a video that a model is shown.</summary>
/// <param name="Query">The sentence, its moment and its video, as annotated.</param>
/// <param name="From">Where the part begins, in seconds of the video.</param>
/// <param name="To">Where it ends.</param>
public sealed record MomentSample(MomentQuery Query, double From, double To)
{
    /// <summary>Length of the part.</summary>
    public double Duration => To - From;

    /// <summary>The moment in seconds of the part, cut at its borders.</summary>
    public Segment Segment => new(Math.Clamp(Query.Segment.Start - From, 0, Duration), Math.Clamp(Query.Segment.End - From, 0, Duration));

    /// <summary>The query as if the part were the video.</summary>
    public MomentQuery Shown => new(Query.Video, Query.Sentence, Segment, Duration);

    /// <summary>The whole video.</summary>
    public static MomentSample Whole(MomentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new MomentSample(query, 0, query.Duration);
    }

    /// <summary>
    /// A part of a given length that holds the moment, at a place drawn evenly among all that do; the whole video where it is no longer than that. A moment longer than
    /// the part begins with it.
    /// </summary>
    /// <param name="query">The sentence.</param>
    /// <param name="seconds">Length of the part, whole seconds; 0: the whole video.</param>
    /// <param name="random">Who draws.</param>
    public static MomentSample Part(MomentQuery query, int seconds, Random random)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(random);
        if (seconds <= 0 || query.Duration <= seconds)
            return Whole(query);
        // Whole seconds, so that the part is whole rows of features.
        int first = Math.Max(0, (int)Math.Ceiling(query.Segment.End) - seconds), last = Math.Min((int)query.Segment.Start, (int)Math.Floor(query.Duration) - seconds);
        int from = last > first ? random.Next(first, last + 1) : Math.Max(0, Math.Min(first, last));
        return new MomentSample(query, from, from + seconds);
    }
}
