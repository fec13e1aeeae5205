using Workbench.Data;

namespace Workbench.Experiments.Floors;

/// <summary>
/// Undoes, as far as the public files allow, the slip by which GroundingYouTube's boxes were cut at the wrong side: x at the
/// frame's height, so that in a frame of 640×480 no box reaches beyond x = 480.
/// </summary>
/// <remarks>
/// The points that made a box are not public, only their mean. A box is their hull with a margin of 100 pixels, so its right side
/// was at least left + 200, and, if the points lie evenly about their mean, 2 · mean − left. The larger of the two is taken, up
/// to the width. Bottoms below the frame are brought back to it. An estimate, good to a few tens of pixels; exact for one point.
/// </remarks>
public static class RestoredBoxes
{
    private const double LeastWidth = 2 * PointBoxes.ReleasedMargin;

    /// <summary>True for a box that the slip may have cut: it ends where the frame's height is, and the frame is wider.</summary>
    public static bool IsCut(Box box, GroundingVideo video)
    {
        ArgumentNullException.ThrowIfNull(video);
        return video.Width > video.Height && box.Right == video.Height;
    }

    /// <summary>The set with its boxes restored. Points should have been read; without them left + 200 is all that is known.</summary>
    public static GroundingSet Of(GroundingSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set with { Videos = [.. set.Videos.Select(video => video with { Boxes = video.Boxes.ToDictionary(pair => pair.Key, pair => Restore(video, pair.Key, pair.Value)) })] };
    }

    private static Box Restore(GroundingVideo video, int second, Box box)
    {
        double right = box.Right;
        if (IsCut(box, video))
        {
            right = Math.Max(right, box.Left + LeastWidth);
            if (video.Points.TryGetValue(second, out var points))
                right = Math.Max(right, 2 * points.Average(point => point.X) - box.Left);
        }

        return box with { Right = Math.Min(right, video.Width), Bottom = Math.Min(box.Bottom, video.Height) };
    }
}
