using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>
/// Weakly supervised phrase grounding as Gupta et al. evaluate it (info-ground, eval_flickr_phrase_loc.py and bbox_utils.py 50-118): a phrase is recalled at k when one of its k highest boxes has an
/// overlap of at least a half with any of its true boxes, sides counted in whole pixels; pointing: the middle of the highest box lies strictly inside a true box.
/// </summary>
public sealed class PhraseRecall
{
    /// <summary>The k that are reported.</summary>
    public static IReadOnlyList<int> Ranks { get; } = [1, 5, 10];

    private readonly int[] _recalled = new int[3];
    private int _pointed;

    /// <summary>Phrases that were added; those without a true box are not to be.</summary>
    public int Phrases { get; private set; }

    /// <summary>Share of phrases whose highest box points right, in [0, 1]; NaN where there is none.</summary>
    public double Pointing => Phrases > 0 ? (double)_pointed / Phrases : double.NaN;

    /// <summary>Share of phrases recalled at one of <see cref="Ranks"/>.</summary>
    public double At(int k) => Array.IndexOf([.. Ranks], k) is >= 0 and int i ? (Phrases > 0 ? (double)_recalled[i] / Phrases : double.NaN)
        : throw new ArgumentOutOfRangeException(nameof(k), k, $"One of {string.Join(", ", Ranks)} was expected.");

    /// <summary>Adds a phrase.</summary>
    /// <param name="ranked">Boxes, the highest first; fewer than 10 will do.</param>
    /// <param name="truths">At least one true box.</param>
    public void Add(IReadOnlyList<Box> ranked, IReadOnlyList<Box> truths)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(truths);
        if (truths.Count == 0)
            throw new ArgumentException("A phrase without a true box does not enter the evaluation.", nameof(truths));
        Phrases++;
        int rank = Enumerable.Range(0, ranked.Count).FirstOrDefault(i => truths.Any(t => Overlap(ranked[i], t) >= 0.5), int.MaxValue);
        for (int i = 0; i < Ranks.Count; i++)
            _recalled[i] += rank < Ranks[i] ? 1 : 0;
        if (ranked.Count > 0 && ranked[0].Centre is var centre && truths.Any(t => t.Left < centre.X && centre.X < t.Right && t.Top < centre.Y && centre.Y < t.Bottom))
            _pointed++;
    }

    /// <summary>Overlap over union with sides of right − left + 1, the union a millionth larger.</summary>
    internal static double Overlap(Box a, Box b)
    {
        double across = Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) + 1), down = Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) + 1);
        double common = across * down;
        return common / (Area(a) + Area(b) - common + 1e-6);

        static double Area(Box box) => (box.Right - box.Left + 1) * (box.Bottom - box.Top + 1);
    }
}
