using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads ActivityNet-Captions as 2D-TAN publishes it (train.json, val.json, test.json): {video: {"duration": s, "timestamps": [[start, end], …],
/// "sentences": [string, …]}}, times in seconds. An end beyond the video is moved to its end (134 of val.json, by 0.01 s at most), and
/// a moment of length 0 is left out: 37,417 of 37,421 training moments of 10,009 videos remain, all 17,505 of 4,917 in val.json, all 17,031 of 4,885
/// in test.json.
/// </summary>
public static class ActivityNetCaptionsReader
{
    /// <summary>The moments in the order of the file.</summary>
    /// <exception cref="DataFormatException">No such file, broken JSON, or an entry is wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static IReadOnlyList<MomentQuery> Read(string path, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        var moments = new List<MomentQuery>();
        foreach (var (video, entry) in JsonFile.Read(path).Fields(options))
            options.Guard(() =>
            {
                var duration = entry["duration"].Number();
                if (duration <= 0)
                    throw entry["duration"].Error($"seconds above 0 were expected, {duration:R} is there");
                MomentLists.Add(moments, video, entry, 1, duration, options);
            });
        return moments;
    }
}
