using System.Globalization;

namespace Workbench.Experiments.Moments;

/// <summary>The names of metrics of moments in run files, with their units.</summary>
public static class MomentMetrics
{
    /// <summary>The mean over sentences of the first answer's IoU: what 2D-TAN, LGI and others call "mIoU".</summary>
    public const string MeanIoU = "moments/mIoU %";

    /// <summary>Rank n@m by 2D-TAN's evaluator: an IoU must exceed m.</summary>
    public static string Rank(int rank, double overlap) => Text($"moments/Rank{rank}@{overlap:0.0} %");

    /// <summary>Rank n@m where reaching m is enough (LGI's evaluator).</summary>
    public static string RankAtLeast(int rank, double overlap) => Text($"moments/Rank{rank}@{overlap:0.0}, IoU >= m %");

    /// <summary>Rank n@m by TALL's evaluator: reaching m is enough, and suppression is at m − 0.05.</summary>
    public static string RankTall(int rank, double overlap) => Text($"moments/Rank{rank}@{overlap:0.0}, TALL %");

    /// <summary>Pairs of a sentence with its own video whose mean cosine over the video's clips exceeds a bound (Sscs Figure 6, "Video").</summary>
    public static string RelatedVideo(double bound) => Text($"related pairs/video > {bound:0.00} %");

    /// <summary>The same over the moment's clips (Figure 6, "GT").</summary>
    public static string RelatedMoment(double bound) => Text($"related pairs/moment > {bound:0.00} %");

    /// <summary>Rank1@0.5 after so many steps of training (Figure 5).</summary>
    public static string Curve(int step) => Text($"{CurvePrefix}{step:00000}, Rank1@0.5 %");

    /// <summary>What the names of <see cref="Curve"/> begin with.</summary>
    public const string CurvePrefix = "curve/step ";

    /// <summary>The bounds of Figure 6.</summary>
    public static IReadOnlyList<double> RelatedBounds { get; } = [0.02, 0.04, 0.06];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
