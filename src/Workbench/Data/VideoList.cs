using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads a list of videos: a CSV file with a column <c>video_path</c> (HowTo100M's training lists) or <c>video_id</c>
/// (HowTo100M_v1.csv).
/// </summary>
public static class VideoList
{
    /// <summary>The videos in the order of the file; the id is the file's name without folders and up to its first dot.</summary>
    /// <exception cref="DataFormatException">No such file, neither column, an empty cell, or a video twice.</exception>
    public static IReadOnlyList<VideoListEntry> Read(string path, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        var columns = CsvTable.Columns(path);
        var column = columns.Contains("video_path") ? "video_path"
            : columns.Contains("video_id") ? "video_id"
            : throw new DataFormatException(path, "line 1", $"a column video_path or video_id was expected; there are {string.Join(", ", columns)}");
        var videos = new List<VideoListEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(path, column))
            options.Guard(() =>
            {
                var file = row[column].Trim();
                var id = file[(file.LastIndexOf('/') + 1)..].Split('.')[0];
                if (id.Length == 0)
                    throw row.Error(column, $"a video was expected, '{file}' is there");
                if (!seen.Add(id))
                    throw row.Error(column, $"each video may appear once; '{id}' appears again");
                videos.Add(new VideoListEntry(id, file));
            });
        return videos;
    }
}
