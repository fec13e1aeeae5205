namespace Workbench.Metrics;

/// <summary>The spatial tables' "mAP" for methods that give one region a frame, by each of the readings of <see cref="SpatialAp"/>.</summary>
/// <remarks>Add only frames that have a box. A frame without prediction enters with overlap 0 and the lowest score.</remarks>
public sealed class SpatialMap
{
    private readonly DetectionAp _detections = new();
    private readonly Dictionary<string, SpatialSuccess> _successes = new(StringComparer.Ordinal);
    private readonly double _threshold;
    private int _frames;

    public SpatialMap(double threshold = 0.3) => _threshold = threshold;

    /// <summary>Adds a frame.</summary>
    /// <param name="label">The class asked for.</param>
    /// <param name="frame">The frame's name, for messages.</param>
    /// <param name="overlap">IoU of the predicted region with the box, in [0, 1].</param>
    /// <param name="score">
    /// Confidence by which frames are ranked. The released code has none; equal scores leave the order of adding, and the
    /// average precision then depends on that order.
    /// </param>
    public void Add(string label, string frame, double overlap, double score)
    {
        _detections.Add(label, frame, [score], new double[,] { { overlap } });
        if (!_successes.TryGetValue(label, out var success))
            _successes.Add(label, success = new(_threshold));
        success.Add(overlap);
        _frames++;
    }

    /// <summary>The number by one reading; <see cref="SpatialAp.Success"/> pools the frames of all classes.</summary>
    public ApResult Result(SpatialAp reading) => reading switch
    {
        SpatialAp.Success => Success(),
        SpatialAp.Vhico11 => _detections.Result(ApOptions.Vhico with { Threshold = _threshold }),
        SpatialAp.Voc => _detections.Result(ApOptions.Voc with { Threshold = _threshold }),
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, "Unknown reading."),
    };

    private ApResult Success()
    {
        var perClass = _successes.ToDictionary(pair => pair.Key, pair => pair.Value.Result.Rate, StringComparer.Ordinal);
        int successes = _successes.Values.Sum(success => success.Result.Successes);
        return new(_frames > 0 ? (double)successes / _frames : double.NaN, perClass, _frames, _frames);
    }
}
