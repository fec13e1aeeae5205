namespace Workbench.Data;

/// <summary>The files of the three data sets of sentences with moments, by split.</summary>
public static class MomentFiles
{
    /// <summary>The splits that a data set has a file of in a folder, training first.</summary>
    /// <exception cref="ArgumentException">Another data set.</exception>
    public static IReadOnlyList<string> Splits(string folder, DataPart part) =>
        [.. (part == DataPart.CharadesSTA ? (string[])["train", "test"] : ["train", "val", "test"]).Where(split => File.Exists(Path(folder, part, split)))];

    /// <summary>Which data set's training split lies in a folder, by the file's name and content.</summary>
    /// <exception cref="DataFormatException">None of the three.</exception>
    public static DataPart PartOf(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (File.Exists(Path(folder, DataPart.CharadesSTA, "train")))
            return DataPart.CharadesSTA;
        var json = Path(folder, DataPart.TACoS, "train");
        if (!File.Exists(json))
            throw new DataFormatException(folder, "path", "a folder with charades_sta_train.txt (Charades-STA) or train.json (TACoS, ActivityNet-Captions) was expected");
        // TACoS counts frames and says how many a second has; ActivityNet counts seconds.
        var head = new char[65536];
        using var reader = new StreamReader(json);
        return new string(head, 0, reader.ReadBlock(head)).Contains("\"fps\"", StringComparison.Ordinal) ? DataPart.TACoS : DataPart.ActivityNetCaptions;
    }

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
