using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Experiments.Floors;

/// <summary>Scores predictors that never look at a frame on the frames the released evaluator counts (<see cref="ValidFrames"/>).</summary>
/// <remarks>Fixed points and boxes are kept relative to the frame, so that the one upright video counts like the others.</remarks>
public static class SpatialFloors
{
    private sealed record Prediction(Point Point, Box? Box);

    /// <summary>The score on a set.</summary>
    /// <exception cref="ArgumentException">The set has no frame with a box, or the annotators' points were not read.</exception>
    public static SpatialFloorResult Evaluate(GroundingSet set, SpatialFloorOptions options)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        ValidFrame[] frames = [.. ValidFrames.Enumerate(set)];
        if (frames.Length == 0)
            throw new ArgumentException($"{set.Name} has no action with a box; nothing can be scored.", nameof(set));
        int degenerate = frames.Count(frame => frame.Box.IsDegenerate), videos = frames.Select(frame => frame.Video.Id).Distinct(StringComparer.Ordinal).Count();
        SpatialFloorResult Plain(Func<ValidFrame, Point?> predict, double? expected = null, Point? point = null) =>
            new(Pointing(frames, predict), null, null, null, expected, point, null, degenerate, videos);

        switch (options.Predictor)
        {
            case SpatialPredictor.Centre:
                return Plain(frame => new Point(frame.Video.Width / 2.0, frame.Video.Height / 2.0), point: new Point(0.5, 0.5));
            case SpatialPredictor.Random:
                var random = new Random(options.Seed);
                return Plain(frame => new Point(random.Next(frame.Video.Width), random.Next(frame.Video.Height)), frames.Average(HitChance));
            case SpatialPredictor.Annotators:
                if (frames.All(frame => !frame.Video.Points.ContainsKey(frame.Second)))
                    throw new ArgumentException($"{set.Name} was read without the annotators' points.", nameof(set));
                return Plain(frame => frame.Video.Points.TryGetValue(frame.Second, out var points)
                    ? new Point(points.Average(point => point.X), points.Average(point => point.Y))
                    : null);
            case SpatialPredictor.BestFixedPoint:
                return Fitted(frames, degenerate, videos, options, some => new(FixedPointSearch.Best(some.Select(Relative)).Point, null));
            case SpatialPredictor.MeanBox:
                return Fitted(frames, degenerate, videos, options, some => MeanPrediction(Mean(some)));
            default:
                throw new ArgumentOutOfRangeException(nameof(options), options.Predictor, "Unknown predictor.");
        }
    }

    private static SpatialFloorResult Fitted(ValidFrame[] frames, int degenerate, int videos, SpatialFloorOptions options, Func<IEnumerable<ValidFrame>, Prediction> fit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Folds, 2);
        var peeking = fit(frames);
        var fold = frames.Select(frame => frame.Video.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index % options.Folds, StringComparer.Ordinal);
        Prediction[]? blind = fold.Count < options.Folds
            ? null
            : [.. Enumerable.Range(0, options.Folds).Select(k => fit(frames.Where(frame => fold[frame.Video.Id] != k)))];
        return new(
            Pointing(frames, frame => Absolute(peeking.Point, frame.Video)),
            blind is null ? null : Pointing(frames, frame => Absolute(blind[fold[frame.Video.Id]].Point, frame.Video)),
            peeking.Box is { } box ? Success(frames, _ => box, options.SuccessAbove) : null,
            peeking.Box is null || blind is null ? null : Success(frames, frame => blind[fold[frame.Video.Id]].Box!.Value, options.SuccessAbove),
            null, peeking.Point, peeking.Box, degenerate, videos);
    }

    private static PointingResult Pointing(ValidFrame[] frames, Func<ValidFrame, Point?> predict)
    {
        var game = new PointingGame();
        foreach (var frame in frames)
            game.Add(predict(frame), frame.Box);
        return game.Result;
    }

    private static SpatialSuccessResult Success(ValidFrame[] frames, Func<ValidFrame, Box> predict, double above)
    {
        var success = new SpatialSuccess(above);
        foreach (var frame in frames)
        {
            int width = frame.Video.Width, height = frame.Video.Height;
            success.Add(SpanMask.FromBox(predict(frame).Scale(width, height), width, height), SpanMask.FromBox(frame.Box, width, height));
        }

        return success.Result;
    }

    // Corners averaged over the boxes that can be hit, clipped to the frame first (the released files reach below it).
    private static Box Mean(IEnumerable<ValidFrame> frames)
    {
        Box[] boxes = [.. frames.Where(frame => !frame.Box.IsDegenerate).Select(frame => Relative(frame).ClipTo(1, 1))];
        if (boxes.Length == 0)
            throw new ArgumentException("All boxes are degenerate; they have no mean.", nameof(frames));
        return new(boxes.Average(box => box.Left), boxes.Average(box => box.Top), boxes.Average(box => box.Right), boxes.Average(box => box.Bottom));
    }

    private static Prediction MeanPrediction(Box box) => new(box.Centre, box);

    private static double HitChance(ValidFrame frame) =>
        (double)SpanMask.FromBox(frame.Box, frame.Video.Width, frame.Video.Height).Area / ((long)frame.Video.Width * frame.Video.Height);

    private static Box Relative(ValidFrame frame) => frame.Box.Scale(1.0 / frame.Video.Width, 1.0 / frame.Video.Height);

    private static Point Absolute(Point relative, GroundingVideo video) => new(relative.X * video.Width, relative.Y * video.Height);
}
