using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Experiments.Floors;

/// <summary>Scores predictors of moments that look neither at the video nor at the sentence, by Rank n@m.</summary>
public static class MomentFloors
{
    private const int RandomCandidates = 100;

    /// <summary>Fitted on one split, scored on another.</summary>
    /// <exception cref="ArgumentException">A split without moments.</exception>
    public static MomentFloorResult Evaluate(IReadOnlyList<MomentQuery> training, IReadOnlyList<MomentQuery> testing, MomentFloorOptions options)
    {
        Check(training, nameof(training));
        Check(testing, nameof(testing));
        ArgumentNullException.ThrowIfNull(options);
        return Score([(training, testing)], options, crossValidated: false);
    }

    /// <summary>Fitted and scored on one split, on different videos of it.</summary>
    /// <exception cref="ArgumentException">Fewer videos than parts.</exception>
    public static MomentFloorResult CrossValidate(IReadOnlyList<MomentQuery> moments, MomentFloorOptions options)
    {
        Check(moments, nameof(moments));
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Folds, 2, nameof(options));
        var fold = moments.Select(moment => moment.Video).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index().ToDictionary(pair => pair.Item, pair => pair.Index % options.Folds, StringComparer.Ordinal);
        if (fold.Count < options.Folds)
            throw new ArgumentException($"At least {options.Folds} videos were expected for as many parts; there are {fold.Count}.", nameof(moments));
        return Score([.. Enumerable.Range(0, options.Folds).Select(k => (
            (IReadOnlyList<MomentQuery>)[.. moments.Where(moment => fold[moment.Video] != k)], (IReadOnlyList<MomentQuery>)[.. moments.Where(moment => fold[moment.Video] == k)]))], options, crossValidated: true);
    }

    private static MomentFloorResult Score(IReadOnlyList<(IReadOnlyList<MomentQuery> Training, IReadOnlyList<MomentQuery> Testing)> parts, MomentFloorOptions options, bool crossValidated)
    {
        bool fits = options.Predictor is MomentPredictor.Frequent or MomentPredictor.BestFixed;
        RankResult result = options.Predictor switch
        {
            MomentPredictor.BestFixed => BestFixed(parts, options),
            MomentPredictor.Random => Random(parts, options),
            _ => Fixed(parts, options),
        };
        MomentQuery[] scored = [.. parts.SelectMany(part => part.Testing)];
        int fitted = !fits ? 0 : crossValidated ? scored.Length : parts[0].Training.Count;
        return new(result, scored.Select(moment => moment.Video).Distinct(StringComparer.Ordinal).Count(), fitted, crossValidated && fits);
    }

    private static RankResult Fixed(IReadOnlyList<(IReadOnlyList<MomentQuery> Training, IReadOnlyList<MomentQuery> Testing)> parts, MomentFloorOptions options)
    {
        // The list is suppressed once, relative to the video; again in seconds, rounding would drop overlaps of exactly the threshold.
        var recall = new RankRecall(options.Rank with { NmsThreshold = 1, NmsBelowOverlap = null });
        foreach ((IReadOnlyList<MomentQuery> training, IReadOnlyList<MomentQuery> testing) in parts)
        {
            IReadOnlyList<Segment> answers = options.Predictor == MomentPredictor.WholeVideo ? [new(0, 1)] : Frequent([.. training.Select(MomentPrior.Relative)], options);
            foreach (MomentQuery query in testing)
                recall.Add(Candidates(answers, query), query.Segment);
        }

        return recall.Result;
    }

    private static IReadOnlyList<Segment> Frequent(Segment[] training, MomentFloorOptions options) => options.Cells
        .Select(cells => MomentPrior.Frequent(training, cells, options.Rank.Ranks.Max(), options.Rank.NmsThreshold))
        .MaxBy(answers => training.Count(moment => answers[0].IoU(moment) > 0.5)) ?? throw new ArgumentException("At least one number of cells was expected; there is none.", nameof(options));

    /// <summary>Another list for each overlap; what is chosen to complement each other is not suppressed.</summary>
    private static RankResult BestFixed(IReadOnlyList<(IReadOnlyList<MomentQuery> Training, IReadOnlyList<MomentQuery> Testing)> parts, MomentFloorOptions options)
    {
        var recall = new Dictionary<(int, double), double>();
        int queries = 0;
        foreach (double overlap in options.Rank.Overlaps)
        {
            var one = new RankRecall(options.Rank with { Overlaps = [overlap], NmsThreshold = 1, NmsBelowOverlap = null });
            foreach ((IReadOnlyList<MomentQuery> training, IReadOnlyList<MomentQuery> testing) in parts)
            {
                IReadOnlyList<Segment> answers = MomentPrior.BestFixed([.. training.Select(MomentPrior.Relative)], options.FineCells, options.Rank.Ranks.Max(), overlap, options.Rank.Strict);
                foreach (MomentQuery query in testing)
                    one.Add(Candidates(answers, query), query.Segment);
            }

            foreach (int rank in options.Rank.Ranks)
                recall.Add((rank, overlap), one.Result.At(rank, overlap));
            queries = one.Queries;
        }

        return new(recall, double.NaN, queries);
    }

    private static RankResult Random(IReadOnlyList<(IReadOnlyList<MomentQuery> Training, IReadOnlyList<MomentQuery> Testing)> parts, MomentFloorOptions options)
    {
        var random = new Random(options.Seed);
        var recall = new RankRecall(options.Rank);
        foreach (MomentQuery query in parts.SelectMany(part => part.Testing))
        {
            Segment[] drawn = [.. Enumerable.Range(0, RandomCandidates).Select(_ => (A: random.NextDouble(), B: random.NextDouble())).Select(pair => new Segment(Math.Min(pair.A, pair.B), Math.Max(pair.A, pair.B)))];
            recall.Add(Candidates(drawn, query), query.Segment);
        }

        return recall.Result;
    }

    private static SegmentCandidate[] Candidates(IReadOnlyList<Segment> relative, MomentQuery query) =>
        [.. relative.Select((moment, place) => new SegmentCandidate(new(moment.Start * query.Duration, moment.End * query.Duration), -place))];

    private static void Check(IReadOnlyList<MomentQuery> moments, string name)
    {
        ArgumentNullException.ThrowIfNull(moments, name);
        if (moments.Count == 0)
            throw new ArgumentException("At least one moment was expected; there is none.", name);
    }
}
