using Workbench.Data.NarratedKitchen.Drawing;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>
/// Writes the two pickles of YouCook2-Interactions for the test videos: the set of (video, start, end) and
/// {video: {second: (left, top, right, bottom)}}. A box at second s belongs to the frame s - 1 at one frame a second, and
/// lies in pixels of the video itself, 320×240 (the public loaders shrink to 640×360 only what is larger).
/// </summary>
internal static class YouCook2InteractionsFiles
{
    public static void Write(string folder, IReadOnlyList<AnnotatedVideo> videos, KitchenTruth truth)
    {
        var segments = new PickleBuilder();
        segments.BeginSet();
        foreach (AnnotatedVideo video in videos)
        {
            foreach (AnnotatedSegment s in video.Segments)
                segments.Triple(video.Script.Id, s.Start + 1, s.End + 1);
        }
        segments.EndSet();
        AtomicFile.WriteBytes(Path.Combine(folder, "final_dataset_segments.pkl"), segments.ToArray());

        const double native = Scene.Width / (double)TruthBuilder.Width;
        var boxes = new PickleBuilder();
        boxes.BeginDictionary();
        foreach (AnnotatedVideo video in videos)
        {
            boxes.String(video.Script.Id);
            boxes.BeginDictionary();
            IReadOnlyList<TruthSecond> seconds = truth.Videos[video.Script.Id].Seconds;
            for (int k = 0; k < seconds.Count; k++)
            {
                if (seconds[k].Objects.FirstOrDefault(o => o.Acted) is { } acted)
                {
                    boxes.Integer(k + 1);
                    boxes.Quadruple([.. acted.Box.Select(b => Math.Round(b * native * 2) / 2)]);
                }
            }
            boxes.EndDictionary();
        }
        boxes.EndDictionary();
        AtomicFile.WriteBytes(Path.Combine(folder, "final_dataset_annotations.pkl"), boxes.ToArray());
        VideosPointer.Write(folder);
    }
}
