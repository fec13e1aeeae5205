namespace Workbench.Data.Inspection;

/// <summary>Holds the videos of a data set's folder against its annotations.</summary>
internal static class VideoInspection
{
    /// <summary>Counts the annotated videos that are there, lists those that are not, and on request opens each.</summary>
    /// <param name="set">The annotated actions; null for sets whose videos are many or are not read by this workbench: they are only counted.</param>
    public static void Count(string folder, DataPart part, GroundingSet? set, bool open, Findings found, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        if (DataRoot.VideoFolderIn(folder) is not { } place)
            return;
        if (set is null)
        {
            found.Count("video files", Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).Count(DataRoot.IsVideo));
            return;
        }

        (string Id, string? Path)[] videos = [.. set.Videos.Select(v => (v.Id, DataRoot.FindVideoIn(place, v.Id)))];
        found.Count("video files of annotated videos", videos.Count(v => v.Path is not null));
        foreach ((string id, string? path) in videos)
            if (path is null)
                found.Note(new DataProblem(place, $"video '{id}'", "a file of this annotated video was expected, there is none"));
        if (!open)
            return;
        var seconds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (done, (id, path)) in videos.Where(v => v.Path is not null).Index())
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new ProgressReport($"videos of {part}", done, videos.Length, id));
            found.Guard(() => seconds[id] = MediaProbe.Read(path!).Duration is > 0 and var length ? length : throw new DataFormatException(path!, "duration", "a positive duration was expected; the file says none"));
        }

        progress?.Report(new ProgressReport($"videos of {part}", videos.Length, videos.Length));
        found.Count("seconds of video files", Math.Round(seconds.Values.Sum()));
        SegmentCheck.Against(set, folder, id => seconds.TryGetValue(id, out double length) ? length : null, found.Reading);
    }
}
