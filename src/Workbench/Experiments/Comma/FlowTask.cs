using System.Collections.Concurrent;
using TorchSharp;
using Workbench.Backbones.Flow;
using Workbench.Data;
using Workbench.Metrics;
using static TorchSharp.torch;

namespace Workbench.Experiments.Comma;

// Shapes: B frames of a segment, H × W pixels.

/// <summary>
/// The optical-flow baseline of CoMMA's Table 1: a flow map for each annotated frame, "the magnitudes are averaged across both spatial directions", and the pixel with the highest
/// average is the answer. Read as the mean of the horizontal and the vertical amount.
/// </summary>
public static class FlowTask
{
    /// <summary>Frames are compared with the one this much later, in seconds.</summary>
    private const double Step = 0.2;

    /// <summary>Pixels across and down of the pictures that are compared.</summary>
    private const int Width = 128, Height = 96;

    /// <summary>Scores all segments.</summary>
    /// <param name="set">YouCook2-Interactions.</param>
    /// <param name="videoOf">The file of a video.</param>
    /// <param name="rule">How it is evaluated; whoever answers by frame does not know windows.</param>
    /// <param name="options">Settings of the estimator.</param>
    /// <param name="progress">Told the videos done.</param>
    /// <param name="cancellation">Stops between two segments.</param>
    public static IReadOnlyDictionary<InteractionsRule, PointingResult> Run(
        GroundingSet set, Func<string, string> videoOf, IReadOnlyList<InteractionsRule> rule, FlowOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(videoOf);
        ArgumentNullException.ThrowIfNull(rule);
        using var flow = new FarnebackFlow(options);
        var peaks = new ConcurrentDictionary<(string Video, int Second), Point>();
        int done = 0;
        foreach (GroundingVideo video in set.Videos)
        {
            foreach (ActionSegment action in video.Actions.Where(a => !a.Segment.IsEmpty))
            {
                cancellation.ThrowIfCancellationRequested();
                Answer(flow, videoOf(video.Id), video, [.. ValidFrames.Enumerate(video, action).Select(f => f.Second)], set.SecondOfFirstFrame, peaks, cancellation);
            }

            progress?.Report(new ProgressReport("optical flow", ++done, set.Videos.Count, video.Id));
        }

        return rule.ToDictionary(r => r, r => InteractionsTask.Run(
            (frame, size) => peaks.TryGetValue((frame.Video.Id, frame.Second), out Point share) ? new Point(share.X * size.Width, share.Y * size.Height) : null, set, r));
    }

    /// <summary>The greatest mean of |u| and |v| of a flow map, relative to its size.</summary>
    internal static Point Peak(Tensor flow_2HW)
    {
        Tensor amount_HW = flow_2HW.abs().mean(new long[] { 0 });
        long width = amount_HW.size(1), at = amount_HW.flatten().argmax().item<long>();
        return new Point((at % width + 0.5) / width, (at / width + 0.5) / amount_HW.size(0));
    }

    private static void Answer(
        FarnebackFlow flow, string path, GroundingVideo video, int[] seconds, int secondOfFirstFrame, ConcurrentDictionary<(string, int), Point> peaks, CancellationToken cancellation)
    {
        if (seconds.Length == 0)
            return;
        int first = Math.Max(0, seconds.Min() - secondOfFirstFrame), last = seconds.Max() - secondOfFirstFrame;
        var options = new FrameOptions { Start = first, Duration = last - first + 1, Fps = 1 / Step, Width = Width, Height = Height };
        byte[][] frames = [.. FrameReader.Read(path, options, cancellation).Select(f => f.Rgb)];
        int perSecond = (int)Math.Round(1 / Step);
        foreach (int[] part in seconds.Chunk(16))
        {
            using DisposeScope scope = NewDisposeScope();
            // The frame nearest to the second's middle, which is the one that features are of, and the next.
            int[] at = [.. part.Select(s => Math.Clamp(((s - secondOfFirstFrame - first) * perSecond) + (perSecond / 2), 0, frames.Length - 2))];
            Tensor flow_B2HW = flow.Estimate(Grey(at.Select(i => frames[i])), Grey(at.Select(i => frames[i + 1])));
            for (int i = 0; i < part.Length; i++)
                peaks[(video.Id, part[i])] = Peak(flow_B2HW[i]);
        }
    }

    /// <summary>ITU-R BT.601 luma, (B, H, W).</summary>
    private static Tensor Grey(IEnumerable<byte[]> frames)
    {
        Tensor rgb_BHW3 = stack(frames.Select(f => tensor(f, [Height, Width, 3]).to(ScalarType.Float32)));
        return matmul(rgb_BHW3, tensor(new[] { 0.299f, 0.587f, 0.114f }));
    }
}
