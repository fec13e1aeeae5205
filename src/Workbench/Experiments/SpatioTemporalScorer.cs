using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;

namespace Workbench.Experiments;

// Shapes: F seconds, P actions of the pool.

/// <summary>Collects what a model says about videos, one at a time, for <see cref="SpatioTemporalTask"/> and <see cref="SingleActionTask"/>.</summary>
internal sealed class SpatioTemporalScorer(Grounder grounder, SpatioTemporalTaskOptions options)
{
    private const double SplitThreshold = 0.4;
    private readonly IouPoint _iouPoint = new();
    private readonly VideoMap _videoMap = new();
    private readonly VideoMap[] _maskMaps = [.. options.Masks.Select(_ => new VideoMap())];
    private readonly SpreadClasses _classes = new();
    private long _right, _background, _seconds;
    private int _videos;

    public void Add(GroundingVideo video, VideoFeatures features)
    {
        string[] pool = SpatioTemporalTask.Pool(video);
        GroundedVideo answer = grounder.Ground(features, pool);
        IReadOnlyList<int> labels = answer.Labels;
        _iouPoint.Add(video, [.. labels.Select((label, s) => label == TemporalDetection.Background
            ? SecondAnswer.Background
            : new SecondAnswer(pool[label], HeatPeak.Find(answer.Heat[s]!, video.Width, video.Height)))]);

        IReadOnlyList<TruthTube> truths = TruthTube.Of(video);
        _videoMap.Add(video.Id, Tubes(grounder.Options, video, answer), truths);
        for (int i = 0; i < _maskMaps.Length; i++)
            _maskMaps[i].Add(video.Id, Tubes(grounder.Options with { Mask = options.Masks[i].Rule, MaskThreshold = options.Masks[i].Threshold }, video, answer), truths);
        _classes.Add(video, truths);
        for (int s = 0; s < labels.Count; s++)
        {
            string[] truth = [.. video.Actions.Where(a => a.Segment.Start <= s && s < a.Segment.End).Select(a => a.Label)];
            _right += labels[s] == TemporalDetection.Background ? (truth.Length == 0 ? 1 : 0) : (truth.Contains(pool[labels[s]]) ? 1 : 0);
            _background += labels[s] == TemporalDetection.Background ? 1 : 0;
        }

        _seconds += labels.Count;
        _videos++;
    }

    public SpatioTemporalScores Result()
    {
        VideoMapResult map = _videoMap.Result();
        (double widespread, double saturated) = _classes.Split(map, options.Spread);
        return new SpatioTemporalScores(
            100 * _iouPoint.Result().Value, 100 * _iouPoint.Result(IouPointAverage.Micro).Value, [.. map.AtThreshold.Select(r => 100 * r.Mean)],
            100.0 * _right / _seconds, 100.0 * _background / _seconds, _videos)
        {
            MaskMaps = [.. _maskMaps.Select(m => 100 * m.Result(thresholds: [SplitThreshold]).Mean)],
            Widespread = widespread,
            Saturated = saturated,
        };
    }

    private static MaskTube[] Tubes(GroundingOptions options, GroundingVideo video, GroundedVideo answer) =>
    [
        .. answer.Actions.Select(action => new MaskTube(
            answer.Sentences[action.Sentence],
            Enumerable.Range(action.First, action.Count).ToDictionary(s => s, s => SpatioTemporalTask.Mask(options, answer.Heat[s]!, video)),
            answer.Confidence(action))),
    ];
}
