using Workbench.Data;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Annotation;
using Workbench.Inference;
using Workbench.Metrics;

namespace Workbench.Experiments;

/// <summary>
/// How hard NarratedKitchen is: what one gets without looking (floors), by looking at one thing only, and at best (ceilings). In percent.
/// Expectations are exact where a rule draws at random.
/// </summary>
/// <param name="Centre">Pointing at the middle of the frame.</param>
/// <param name="RandomPoint">Pointing anywhere, expected.</param>
/// <param name="NamedObject">Pointing at an instance of the named object, idle or acted on, expected.</param>
/// <param name="TrueContact">Pointing at the true contact point.</param>
/// <param name="PointingFrames">Annotated frames of the pointing numbers.</param>
/// <param name="ChanceAction">Seconds with an action: drawing from the video's pool, expected.</param>
/// <param name="ObjectAlone">Seconds with an action: knowing the acted object, drawing among the pool's actions with it, expected.</param>
/// <param name="AlwaysBackground">All seconds: calling everything background.</param>
/// <param name="ActionSeconds">Seconds with a visible action.</param>
/// <param name="UniformIou">Temporal IoU of splitting the video evenly among background and actions in order.</param>
/// <param name="UniformIod">Temporal IoD of the same.</param>
public sealed record KitchenFloors(
    double Centre, double RandomPoint, double NamedObject, double TrueContact, int PointingFrames,
    double ChanceAction, double ObjectAlone, double AlwaysBackground, int ActionSeconds, double UniformIou, double UniformIod)
{
    /// <param name="spatial">Test videos with boxes.</param>
    /// <param name="temporal">Test videos with their actions in time.</param>
    /// <param name="truth">What only the generator knows.</param>
    /// <exception cref="ArgumentException">A test video is not in the truth file.</exception>
    public static KitchenFloors Measure(GroundingSet spatial, GroundingSet temporal, KitchenTruth truth)
    {
        ArgumentNullException.ThrowIfNull(spatial);
        ArgumentNullException.ThrowIfNull(temporal);
        ArgumentNullException.ThrowIfNull(truth);
        double centre = 0, random = 0, named = 0, contact = 0, chance = 0, alone = 0;
        int frames = 0, seconds = 0, background = 0, all = 0;
        foreach (GroundingVideo video in spatial.Videos)
        {
            TruthVideo known = truth.Videos.TryGetValue(video.Id, out TruthVideo? found) ? found
                : throw new ArgumentException($"Video '{video.Id}' is not in the truth file; was it made by the same command?", nameof(truth));
            foreach (ActionSegment action in video.Actions.Where(a => !a.Segment.IsEmpty))
                for (int s = (int)action.Segment.Start; s <= (int)action.Segment.End; s++)
                {
                    if (!video.Boxes.TryGetValue(s, out Box box) || s >= known.Seconds.Count)
                        continue;
                    frames++;
                    TruthSecond second = known.Seconds[s];
                    centre += box.Contains(video.Width / 2.0, video.Height / 2.0) ? 1 : 0;
                    random += box.ClipTo(video.Width, video.Height).Area / ((double)video.Width * video.Height);
                    string kind = action.Label[(action.Label.IndexOf(' ', StringComparison.Ordinal) + 1)..];
                    TruthObject[] instances = [.. second.Objects.Where(o => o.Kind == kind)];
                    if (instances.Length > 0)
                        named += instances.Average(o => box.Contains(o.Centre) ? 1.0 : 0);
                    contact += second.Contact is [var x, var y] && box.Contains(x, y) ? 1 : 0;
                }
            string[] pool = SpatioTemporalTask.Pool(video);
            foreach (TruthSecond second in known.Seconds)
            {
                all++;
                if (second.State != SecondState.Action || second.Action is not { } label)
                {
                    background++;
                    continue;
                }
                seconds++;
                chance += 1.0 / pool.Length;
                string kind = label[(label.IndexOf(' ', StringComparison.Ordinal) + 1)..];
                alone += 1.0 / pool.Count(p => p.EndsWith(" " + kind, StringComparison.Ordinal));
            }
        }
        (double iou, double iod) = Uniform(temporal, truth);
        return new KitchenFloors(100 * centre / frames, 100 * random / frames, 100 * named / frames, 100 * contact / frames, frames,
            100 * chance / seconds, 100 * alone / seconds, 100.0 * background / all, seconds, iou, iod);
    }

    private static (double Iou, double Iod) Uniform(GroundingSet temporal, KitchenTruth truth)
    {
        double iou = 0, iod = 0;
        int videos = 0;
        foreach (GroundingVideo video in temporal.Videos)
        {
            int seconds = truth.Videos[video.Id].Seconds.Count;
            string[] classes = [.. video.Actions.Select(a => a.Label).Distinct(StringComparer.Ordinal)];
            int[] labels = TemporalTask.Truth(video, classes, seconds);
            if (TemporalOverlap.Of(labels, TemporalTask.Uniform(video, classes, seconds), classes.Length) is { } score)
                (iou, iod, videos) = (iou + score.Iou, iod + score.Iod, videos + 1);
        }
        return (100 * iou / videos, 100 * iod / videos);
    }
}
