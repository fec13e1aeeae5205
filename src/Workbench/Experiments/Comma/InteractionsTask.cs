using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;
using static TorchSharp.torch;

namespace Workbench.Experiments.Comma;

// Shapes: F seconds, S time steps, N cells, D width.

/// <summary>Where the interaction of a sentence is (CoMMA, section 4.1, Tables 1 and 2): the pointing game on YouCook2-Interactions.</summary>
public static class InteractionsTask
{
    /// <summary>Maps of time steps for a sentence: a trained model's, or a backbone's.</summary>
    public delegate IReadOnlyList<HeatMap> HeatSource(Tensor regions_SND, string sentence);

    /// <summary>Frames and time steps of a window of the released evaluation: what S3D-G makes of 16 frames.</summary>
    private const int Window = HeatFrames.Window, Steps = 2;

    /// <summary>Asks for every segment that has a box.</summary>
    /// <param name="heat">Who is asked.</param>
    /// <param name="backbone">Whose features, for black frames.</param>
    /// <param name="store">Features at 1 a second.</param>
    /// <param name="set">YouCook2-Interactions.</param>
    /// <param name="rule">How it is evaluated.</param>
    /// <param name="progress">Told the videos done.</param>
    /// <param name="cancellation">Stops between two videos.</param>
    /// <exception cref="ArgumentException">A segment lies outside its video's features.</exception>
    public static PointingResult Run(
        HeatSource heat, IBackbone backbone, FeatureStore store, GroundingSet set, InteractionsRule rule = InteractionsRule.Corrected,
        IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(heat);
        ArgumentNullException.ThrowIfNull(backbone);
        ArgumentNullException.ThrowIfNull(set);
        var game = new PointingGame();
        int done = 0;
        foreach (GroundingVideo video in set.Videos)
        {
            cancellation.ThrowIfCancellationRequested();
            using VideoFeatures features = VideoFeatures.Read(store, video.Id);
            foreach (ActionSegment action in video.Actions.Where(a => !a.Segment.IsEmpty && ValidFrames.Enumerate(video, a).Any()))
            {
                using DisposeScope scope = NewDisposeScope();
                Segment(heat, backbone, features, video, action, set.SecondOfFirstFrame, rule, game);
            }

            progress?.Report(new ProgressReport($"interactions ({rule})", ++done, set.Videos.Count, video.Id));
        }

        return game.Result;
    }

    /// <summary>The same for whoever answers a second with a point: the centre of the frame, the greatest motion.</summary>
    public static PointingResult Run(Func<ValidFrame, FrameSize, Point?> answer, GroundingSet set, InteractionsRule rule = InteractionsRule.Corrected)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var game = new PointingGame();
        foreach (ValidFrame frame in ValidFrames.Enumerate(set))
            game.Add(answer(frame, FrameOf(frame.Video, rule)), frame.Box);
        return game.Result;
    }

    /// <summary>The size of the frame that points lie in.</summary>
    public static FrameSize FrameOf(GroundingVideo video, InteractionsRule rule)
    {
        ArgumentNullException.ThrowIfNull(video);
        return rule == InteractionsRule.Corrected
            ? new FrameSize(video.Width, video.Height)
            : new FrameSize(Math.Min(video.NativeWidth ?? video.Width, YouCook2InteractionsReader.Width), Math.Min(video.NativeHeight ?? video.Height, YouCook2InteractionsReader.Height));
    }

    private static void Segment(
        HeatSource heat, IBackbone backbone, VideoFeatures features, GroundingVideo video, ActionSegment action, int secondOfFirstFrame, InteractionsRule rule, PointingGame game)
    {
        int start = (int)Math.Floor(action.Segment.Start), end = (int)Math.Floor(action.Segment.End), last = rule == InteractionsRule.Corrected ? end + 1 : end;
        int first = Math.Max(0, start - secondOfFirstFrame), count = Math.Min(last - secondOfFirstFrame, features.Seconds) - first;
        if (count < 1)
            throw new ArgumentException($"Video '{video.Id}' has {features.Seconds} seconds of features; its action {action.Id} starts at {start}. Are these its features?");
        Tensor regions_FND = features.Regions_FND.narrow(0, first, count);
        IReadOnlyList<HeatMap> maps = rule == InteractionsRule.Corrected ? heat(regions_FND, action.Label) : Released(heat, backbone, regions_FND, action.Label);
        FrameSize frame = FrameOf(video, rule);
        for (int second = start; second <= end; second++)
        {
            if (!video.Boxes.TryGetValue(second, out Box box))
                continue;
            int index = rule == InteractionsRule.Corrected
                ? Math.Clamp(second - secondOfFirstFrame - first, 0, maps.Count - 1)
                : HeatFrames.Index(Math.Min(second - start, count), count, HeatFrameRule.ReleasedCode);
            game.Add(HeatPeak.Find(maps[index], frame.Width, frame.Height), box);
        }
    }

    /// <summary>
    /// Two time steps for each 16 seconds, then as many maps as seconds. S3D-G sees 16 frames and gives two steps; of features of single seconds a step is the mean of its eight.
    /// </summary>
    private static IReadOnlyList<HeatMap> Released(HeatSource heat, IBackbone backbone, Tensor regions_FND, string sentence)
    {
        long frames = regions_FND.size(0), windows = (frames + Window - 1) / Window, missing = (windows * Window) - frames;
        Tensor padded_FND = missing == 0 ? regions_FND : cat([regions_FND, Black(backbone, regions_FND).expand(missing, -1, -1)], 0);
        Tensor steps_SND = padded_FND.reshape(windows * Steps, Window / Steps, padded_FND.size(1), padded_FND.size(2)).mean(new long[] { 1 });
        return HeatTime.Stretch(heat(steps_SND, sentence), (int)windows * Window);
    }

    private static Tensor Black(IBackbone backbone, Tensor like_FND)
    {
        using var noGrad = no_grad();
        long side = backbone.InputSize;
        Tensor black = zeros(backbone.Window is { } window ? [1, 3, window.Frames, side, side] : [1, 3, side, side], device: like_FND.device);
        return backbone.EncodeFrames(black).Local_BND.narrow(1, 0, like_FND.size(1)).to(like_FND.dtype);
    }
}
