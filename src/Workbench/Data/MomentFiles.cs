namespace Workbench.Data;

/// <summary>The files of the three data sets of sentences with moments, by split.</summary>
public static class MomentFiles
{
    /// <summary>The splits that a data set has a file of in a folder, training first.</summary>
    /// <exception cref="ArgumentException">Another data set.</exception>
    public static IReadOnlyList<string> Splits(string folder, DataPart part) =>
        [.. (part == DataPart.CharadesSTA ? (string[])["train", "test"] : ["train", "val", "test"]).Where(split => File.Exists(Path(folder, part, split)))];

    /// <summary>The moments of a split.</summary>
    /// <exception cref="ArgumentException">Another data set.</exception>
    /// <exception cref="DataFormatException">Missing or wrong files.</exception>
    public static IReadOnlyList<MomentQuery> Read(string folder, DataPart part, string split, ReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(split);
        var path = Path(folder, part, split);
        return part switch
        {
            DataPart.CharadesSTA => CharadesStaReader.Read(path, System.IO.Path.Combine(folder, $"Charades_v1_{split}.csv"), options),
            DataPart.TACoS => TacosReader.Read(path, options),
            _ => ActivityNetCaptionsReader.Read(path, options),
        };
    }

    private static string Path(string folder, DataPart part, string split) => System.IO.Path.Combine(folder, part switch
    {
        DataPart.CharadesSTA => $"charades_sta_{split}.txt",
        DataPart.ActivityNetCaptions or DataPart.TACoS => $"{split}.json",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "CharadesSTA, ActivityNetCaptions or TACoS was expected."),
    });
}
