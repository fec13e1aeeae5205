namespace Workbench.Data.Formats;

/// <summary>
/// What the JSON files of ActivityNet-Captions and TACoS share: {video: {"timestamps": [[start, end], …], "sentences": [string, …], …}}, a
/// sentence for each moment.
/// </summary>
internal static class MomentLists
{
    /// <summary>
    /// The moments of a video. As 2D-TAN's loaders do, bounds beyond the video are moved to its ends and a moment of length 0 is left out.
    /// </summary>
    /// <param name="perSecond">Units of the timestamps in a second: 1, or the frame rate.</param>
    /// <param name="duration">The video's length in seconds.</param>
    public static void Add(List<MomentQuery> moments, string video, JsonCursor entry, double perSecond, double duration, ReadOptions options)
    {
        var times = entry["timestamps"].Items().ToList();
        var sentences = entry["sentences"].Items().ToList();
        if (times.Count != sentences.Count)
            throw entry.Error($"as many sentences as timestamps were expected; there are {sentences.Count} and {times.Count}");
        for (var i = 0; i < times.Count; i++)
        {
            var at = i;
            options.Guard(() =>
            {
                var bounds = times[at].Numbers(2);
                var (start, end) = (bounds[0] / perSecond, bounds[1] / perSecond);
                if (end < start)
                    throw times[at].Error($"an end that is not before the start was expected; [{bounds[0]:R}, {bounds[1]:R}] is there");
                if (start < 0)
                    throw times[at].Error($"a start of at least 0 was expected; [{bounds[0]:R}, {bounds[1]:R}] is there");
                if (start >= duration)
                    throw times[at].Error($"a moment inside the video was expected; it starts at {start:0.##} s of {duration:0.##} s");
                var sentence = sentences[at].Text().Trim();
                if (sentence.EndsWith('.'))
                    sentence = sentence[..^1].TrimEnd();
                if (sentence.Length == 0)
                    throw sentences[at].Error("a sentence was expected; it is empty");
                var segment = new Segment(start, Math.Min(end, duration));
                if (segment.IsEmpty)
                    options.LeaveOut(times[at].Error($"a moment longer than 0 s was expected; [{bounds[0]:R}, {bounds[1]:R}] is there"));
                else
                    moments.Add(new MomentQuery(video, sentence, segment, duration));
            });
        }
    }
}
