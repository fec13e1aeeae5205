using Workbench.Data;

namespace Workbench.Experiments.Floors;

/// <summary>
/// CoMMA's centre prior on YouCook2-Interactions, counted in the ways that the paper leaves open; shares in [0, 1]. "The center pixel for each frame" and hits over hits and misses is all that is
/// said, and the files do not say what frame a video's boxes are given in.
/// </summary>
/// <param name="Frames">All annotated seconds alike, in the nominal 640×360: the released evaluator.</param>
/// <param name="OfSegments">Mean over segments.</param>
/// <param name="OfVideos">Mean over videos.</param>
/// <param name="InsideNominal">All seconds of the videos whose boxes lie in 640×360.</param>
/// <param name="OwnFrame">All seconds, the centre taken of the smallest common frame (360p, 480p, 720p, 1080p at 16:9) that holds a video's boxes.</param>
/// <param name="LargestVideo">The share of all seconds that are of one video.</param>
/// <param name="LargestVideoHits">The centre's hits there.</param>
/// <param name="VideosBeyond">Videos with boxes beyond 640×360.</param>
public sealed record CentrePrior(double Frames, double OfSegments, double OfVideos, double InsideNominal, double OwnFrame, double LargestVideo, double LargestVideoHits, int VideosBeyond)
{
    private static readonly FrameSize[] s_common = [new(640, 360), new(854, 480), new(1280, 720), new(1920, 1080)];

    /// <exception cref="ArgumentException">The set has no segment with a box.</exception>
    public static CentrePrior Measure(GroundingSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        ValidFrame[] frames = [.. ValidFrames.Enumerate(set)];
        if (frames.Length == 0)
            throw new ArgumentException($"{set.Name} has no action with a box; nothing can be scored.", nameof(set));
        var byVideo = frames.GroupBy(f => f.Video.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        Dictionary<string, FrameSize> own = byVideo.ToDictionary(v => v.Key, v => Own(v.Value), StringComparer.Ordinal);
        bool Hit(ValidFrame f, FrameSize size) => f.Box.Contains(size.Width / 2.0, size.Height / 2.0);
        bool Nominal(ValidFrame f) => Hit(f, new FrameSize(f.Video.Width, f.Video.Height));
        double Share(IEnumerable<ValidFrame> some, Func<ValidFrame, bool> hit) => some.Any() ? some.Average(f => hit(f) ? 1.0 : 0) : double.NaN;
        string[] beyond = [.. own.Where(v => v.Value != s_common[0]).Select(v => v.Key)];
        ValidFrame[] largest = byVideo.Values.MaxBy(v => v.Length)!;
        return new CentrePrior(
            Share(frames, Nominal), frames.GroupBy(f => (f.Video.Id, f.Action.Id)).Average(g => Share(g, Nominal)), byVideo.Values.Average(v => Share(v, Nominal)),
            Share(frames.Where(f => !beyond.Contains(f.Video.Id)), Nominal), Share(frames, f => Hit(f, own[f.Video.Id])),
            (double)largest.Length / frames.Length, Share(largest, Nominal), beyond.Length);
    }

    /// <summary>For a run file.</summary>
    public IEnumerable<KeyValuePair<string, double>> Metrics() =>
    [
        new("pointing, mean over segments %", Percent(OfSegments)), new("pointing, mean over videos %", Percent(OfVideos)), new("pointing, videos inside 640x360 %", Percent(InsideNominal)),
        new("pointing, centre of each video's own frame %", Percent(OwnFrame)), new("largest video, share of frames %", Percent(LargestVideo)), new("largest video, pointing %", Percent(LargestVideoHits)),
        new("videos beyond 640x360", VideosBeyond),
    ];

    private static FrameSize Own(ValidFrame[] frames)
    {
        double right = frames.Max(f => f.Box.Right), bottom = frames.Max(f => f.Box.Bottom);
        FrameSize[] holds = [.. s_common.Where(s => right <= s.Width && bottom <= s.Height)];
        return holds.Length > 0 ? holds[0] : s_common[^1];
    }

    private static double Percent(double share) => Math.Round(100 * share, 4);
}
