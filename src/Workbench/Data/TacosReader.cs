using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads TACoS as 2D-TAN publishes it (train.json, val.json, test.json): {video: {"timestamps": [[first, last], …] in frames, "sentences":
/// [string, …], "fps", "num_frames"}}. Time is frame / fps, a video lasts num_frames / fps; an end beyond it is moved to its end
/// (43 of train.json, by half a second at most). 9,790 moments of 75 videos, 4,436 of 27, 4,001 of 25. Videos are named as their files, "s30-d52.avi".
/// </summary>
public static class TacosReader
{
    /// <summary>The moments in the order of the file, in seconds.</summary>
    /// <exception cref="DataFormatException">No such file, broken JSON, or an entry is wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static IReadOnlyList<MomentQuery> Read(string path, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        var moments = new List<MomentQuery>();
        foreach (var (video, entry) in JsonFile.Read(path).Fields(options))
            options.Guard(() =>
            {
                double fps = Positive(entry["fps"]), frames = Positive(entry["num_frames"]);
                MomentLists.Add(moments, video, entry, fps, frames / fps, options);
            });
        return moments;
    }

    private static double Positive(JsonCursor field) => field.Number() is > 0 and var value ? value : throw field.Error($"a number above 0 was expected, {field.Number():R} is there");
}
