namespace Workbench.Metrics;

/// <summary>One definition of "Rank n@m": the share of queries with a hit at IoU m among the n best candidates.</summary>
public sealed record RankOptions
{
    public IReadOnlyList<int> Ranks { get; init; } = [1, 5];

    public IReadOnlyList<double> Overlaps { get; init; } = [0.1, 0.3, 0.5, 0.7];

    /// <summary>True: IoU must exceed m (2D-TAN's released code). False: reaching it is enough (TALL, LGI).</summary>
    public bool Strict { get; init; } = true;

    /// <summary>Threshold of the suppression before ranking; Sscs says 0.5. 1 or more: none.</summary>
    public double NmsThreshold { get; init; } = 0.5;

    /// <summary>TALL's released code suppresses at m − 0.05, that is, anew for each m. Null: <see cref="NmsThreshold"/> for all.</summary>
    public double? NmsBelowOverlap { get; init; }

    /// <summary>Equal scores: the later candidate first (2D-TAN's released code) or the earlier.</summary>
    public bool LaterFirst { get; init; }

    /// <summary>2D-TAN's evaluator, which Sscs uses.</summary>
    public static RankOptions TwoDTan { get; } = new() { LaterFirst = true };

    /// <summary>TALL's evaluator.</summary>
    public static RankOptions Tall { get; } = new() { Strict = false, NmsBelowOverlap = 0.05 };

    /// <summary>LGI's evaluator: one candidate, no suppression.</summary>
    public static RankOptions Lgi { get; } = new() { Ranks = [1], Strict = false, NmsThreshold = 1 };
}
