using System.Text;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>
/// Writes the test videos' segments as MiningYouTube's .srt files (byte-order mark, CRLF) and its dictionary of labels. The set is its .srt
/// files, so those of videos that are no part of it any more are removed.
/// </summary>
internal static class MiningYouTubeFiles
{
    public static void Write(string folder, IReadOnlyList<AnnotatedVideo> videos)
    {
        string annotations = Path.Combine(folder, "annotations");
        foreach (AnnotatedVideo video in videos)
        {
            var text = new StringBuilder("\uFEFF");
            for (int i = 0; i < video.Segments.Count; i++)
            {
                AnnotatedSegment s = video.Segments[i];
                text.Append(i + 1).Append("\r\n").Append(Time(s.From)).Append(" --> ").Append(Time(s.To)).Append("\r\n");
                text.Append(s.Action.Label.Replace(' ', '_')).Append("\r\n\r\n");
            }
            AtomicFile.WriteText(Path.Combine(annotations, $"{video.Script.Id}.srt"), text.ToString());
        }

        HashSet<string> ids = [.. videos.Select(v => v.Script.Id)];
        if (Directory.Exists(annotations))
            foreach (string other in Directory.EnumerateFiles(annotations, "*.srt").Where(f => !ids.Contains(Path.GetFileNameWithoutExtension(f))))
                File.Delete(other);
        // The public dictionary has a blank after each label and "background" last.
        var dictionary = new StringBuilder();
        foreach (string label in KitchenAction.All.Select(a => a.Label.Replace(' ', '_')).Order(StringComparer.Ordinal).Append("background"))
            dictionary.Append(label).Append(" \n");
        AtomicFile.WriteText(Path.Combine(folder, "weakYouTube_dict.txt"), dictionary.ToString());
        VideosPointer.Write(folder);
    }

    private static string Time(double seconds)
    {
        var span = TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));
        return $"{(int)span.TotalHours:00}:{span.Minutes:00}:{span.Seconds:00},{span.Milliseconds:000}";
    }
}
