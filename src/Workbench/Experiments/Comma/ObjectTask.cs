using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;
using Workbench.Models.Comma;
using static TorchSharp.torch;

namespace Workbench.Experiments.Comma;

// Shapes: F frames of a segment, N cells, P proposals, D width.

/// <summary>Where an object named by one word is (CoMMA, Table 3), on YouCook2-BB: box accuracy and pointing for each class.</summary>
public static class ObjectTask
{
    /// <summary>Answers for the frames of a segment: the number of a proposal, and a point in the boxes' frame or null for the proposal's middle.</summary>
    /// <param name="regions_FND">Cells of each frame.</param>
    /// <param name="proposals">The boxes of each frame.</param>
    /// <param name="frame">The frame that boxes are given in.</param>
    /// <param name="label">The object's name.</param>
    public delegate IReadOnlyList<(int Proposal, Point? Point)> Predictor(Tensor regions_FND, IReadOnlyList<IReadOnlyList<Box>> proposals, FrameSize frame, string label);

    /// <summary>Scores all objects of all segments.</summary>
    /// <param name="predict">Who is asked.</param>
    /// <param name="store">Features at 1 a second.</param>
    /// <param name="videos">The objects, with the segments' times.</param>
    /// <param name="classes">The classes; a label's class name is asked for, whatever its form.</param>
    /// <param name="proposals">The proposals of the videos.</param>
    /// <param name="progress">Told the videos done.</param>
    /// <param name="cancellation">Stops between two videos.</param>
    public static ObjectAccuracy Run(
        Predictor predict, FeatureStore store, IReadOnlyList<ObjectVideo> videos, ObjectClasses classes, ProposalFile proposals, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predict);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(videos);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(proposals);
        var accuracy = new ObjectAccuracy();
        int done = 0;
        foreach (ObjectVideo video in videos)
        {
            cancellation.ThrowIfCancellationRequested();
            using VideoFeatures features = VideoFeatures.Read(store, video.Id);
            IReadOnlyList<IReadOnlyList<Box>> all = proposals.Read(video.Id);
            foreach (ObjectSegment segment in video.Segments)
                foreach (GroundedObject thing in segment.Objects)
                {
                    using DisposeScope scope = NewDisposeScope();
                    Score(predict, features, video, segment, thing, all, proposals, classes, accuracy);
                }

            progress?.Report(new ProgressReport("objects", ++done, videos.Count, video.Id));
        }

        return accuracy;
    }

    /// <summary>A model of regions and words: its heat's peak, and the proposal with the highest mean heat.</summary>
    public static Predictor ByHeat(InteractionsTask.HeatSource heat)
    {
        ArgumentNullException.ThrowIfNull(heat);
        return (regions_FND, proposals, frame, label) =>
        {
            IReadOnlyList<HeatMap> maps = heat(regions_FND, label);
            return [.. maps.Zip(proposals, (map, boxes) => (Best(map, boxes, frame), (Point?)HeatPeak.Find(map, frame.Width, frame.Height)))];
        };
    }

    /// <summary>NAFAE: the proposal with the greatest dot product, its middle as the point.</summary>
    /// <param name="model">In evaluation mode from now on.</param>
    /// <param name="classOf">A class vector by name, (D).</param>
    public static Predictor ByNafae(NafaeModel model, Func<string, Tensor> classOf)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.eval();
        return (regions_FND, proposals, frame, label) =>
        {
            using var noGrad = no_grad();
            Tensor boxes_FPd = model.EmbedProposals(RegionPooling.Pool(regions_FND, proposals, frame.Width, frame.Height)), word_d = model.EmbedEntities(classOf(label).view(1, 1, -1)).view(-1);
            long[] best = matmul(boxes_FPd, word_d).argmax(1).data<long>().ToArray();
            return [.. best.Select((b, f) => ((int)b, (Point?)proposals[f][(int)b].Centre))];
        };
    }

    /// <summary>The proposal with the highest mean heat.</summary>
    private static int Best(HeatMap map, IReadOnlyList<Box> boxes, FrameSize frame)
    {
        double Mean(Box box) => RegionPooling.Weights(box, frame.Width, frame.Height, map.Width).Zip(map.Values, (w, h) => (double)w * h).Sum();
        return Enumerable.Range(0, boxes.Count).MaxBy(i => Mean(boxes[i]));
    }

    private static void Score(
        Predictor predict, VideoFeatures features, ObjectVideo video, ObjectSegment segment, GroundedObject thing, IReadOnlyList<IReadOnlyList<Box>> all, ProposalFile proposals, ObjectClasses classes, ObjectAccuracy accuracy)
    {
        if (segment.Segment is not { } span)
            throw new ArgumentException($"Video '{video.Id}': the times of segments are needed to find their frames.", nameof(segment));
        string name = classes.Find(thing.Label) is { } index ? classes.Names[index] : throw new ArgumentException($"Video '{video.Id}': '{thing.Label}' is no class.", nameof(thing));
        int first = (int)span.Start, count = Math.Min(thing.Boxes.Count, Math.Min(features.Seconds, all.Count) - first);
        if (count < 1 || thing.Boxes.Take(count).All(b => b is null))
            return;
        Tensor regions_FND = features.Regions_FND.narrow(0, first, count);
        var frame = new FrameSize((int)Math.Round(proposals.Width), (int)Math.Round(proposals.Height));
        double across = video.Width / proposals.Width, down = video.Height / proposals.Height;
        IReadOnlyList<(int Proposal, Point? Point)> answers = predict(regions_FND, [.. all.Skip(first).Take(count)], frame, name);
        for (int f = 0; f < count; f++)
        {
            if (thing.Boxes[f] is not { } truth)
                continue;
            Box box = all[first + f][answers[f].Proposal].Scale(across, down);
            accuracy.Add(name, truth, box, answers[f].Point is { } p ? new Point(p.X * across, p.Y * down) : box.Centre);
        }
    }
}
