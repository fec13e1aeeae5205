using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads MiningYouTube: annotations/VIDEO.srt, one caption an action in the order of time, and weakYouTube_dict.txt. Times
/// keep their milliseconds. A video's pool is the set of its own labels in the order in which they first appear.
/// </summary>
public static class MiningYouTubeReader
{
    /// <summary>The dictionary's file name.</summary>
    public const string DictionaryFile = "weakYouTube_dict.txt";

    /// <summary>Reads all .srt files of FOLDER/annotations; videos come sorted by id (ordinal), without boxes, frame size 0×0.</summary>
    /// <exception cref="DataFormatException">No .srt file, a broken one, or (for <see cref="MiningYouTubeLabels.Dictionary"/>) no dictionary.</exception>
    public static GroundingSet Read(string folder, MiningYouTubeOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new MiningYouTubeOptions();
        var annotations = Path.Combine(folder, "annotations");
        var files = Directory.Exists(annotations) ? Directory.GetFiles(annotations, "*.srt") : [];
        if (files.Length == 0)
            throw new DataFormatException(annotations, "path", "a folder of .srt files was expected, there is none");
        Array.Sort(files, StringComparer.Ordinal);
        var dictionary = options.Labels == MiningYouTubeLabels.Dictionary ? MiningYouTubeDictionary.Read(Path.Combine(folder, DictionaryFile)) : null;
        var videos = new List<GroundingVideo>();
        foreach (var file in files)
            options.Guard(() => videos.Add(Video(file, dictionary, options)));
        return new GroundingSet("MiningYouTube", videos);
    }

    /// <summary>Reads one video's .srt file; the labels are as written.</summary>
    /// <exception cref="DataFormatException">No such file, or a broken one.</exception>
    public static GroundingVideo ReadVideo(string path, ReadOptions? options = null) => Video(path, null, options ?? new ReadOptions());

    private static GroundingVideo Video(string file, MiningYouTubeDictionary? dictionary, ReadOptions options)
    {
        var actions = new List<ActionSegment>();
        foreach (var entry in SrtFile.Read(file, options))
            options.Guard(() => actions.Add(new ActionSegment(actions.Count, Label(file, entry, dictionary), entry.Segment)));
        return new GroundingVideo
        {
            Id = Path.GetFileNameWithoutExtension(file),
            Width = 0,
            Height = 0,
            Actions = actions,
            Pool = actions.Select(action => action.Label).Distinct().ToList(),
        };
    }

    private static string Label(string file, SrtEntry entry, MiningYouTubeDictionary? dictionary)
    {
        var label = entry.Text.Replace('_', ' ').Trim();
        return label.Length == 0
            ? throw new DataFormatException(file, $"line {entry.Line + 2}, caption {entry.Number}", "a label was expected; it is empty")
            : dictionary?.Match(label) ?? label;
    }
}
