using Workbench.Data.NarratedKitchen.Annotation;

namespace Workbench.Data.NarratedKitchen;

/// <summary>Figures of a generated set, to see that it is neither trivial nor impossible. Shares in 0 to 1, pointing over all seconds with a box.</summary>
public sealed record KitchenStatistics
{
    public required int Videos { get; init; }
    public required int Seconds { get; init; }
    public required int Actions { get; init; }
    public required double ActionsPerVideo { get; init; }
    public required double MeanActionSeconds { get; init; }

    /// <summary>Share of the seconds in which no action goes on.</summary>
    public required double Background { get; init; }
    public required double Broll { get; init; }
    public required double TalkingHead { get; init; }
    public required double SentencesPerMinute { get; init; }

    /// <summary>Share of the sentences that are about no action shown.</summary>
    public required double OffTopic { get; init; }

    /// <summary>Share of the sentences whose caption differs from what was said.</summary>
    public required double Misheard { get; init; }

    /// <summary>Share of the sentences about an action that do not touch it in time.</summary>
    public required double Misaligned { get; init; }

    /// <summary>Test videos: share of the action seconds with a point at all, and with points of a majority.</summary>
    public double Pointed { get; init; }

    /// <inheritdoc cref="Pointed"/>
    public double Agreed { get; init; }

    /// <summary>Seconds with a box, the denominator of the pointing figures.</summary>
    public int Boxes { get; init; }

    /// <summary>Pointing accuracy of the middle of the frame.</summary>
    public double Centre { get; init; }

    /// <summary>Expected pointing accuracy of a point drawn uniformly from the frame.</summary>
    public double RandomPoint { get; init; }

    /// <summary>Expected pointing accuracy of the middle of an ingredient of the named kind, drawn at random from those in the frame, ignoring the action.</summary>
    public double NamedObject { get; init; }

    /// <summary>The same where the one the action is done to is never drawn, while there is another.</summary>
    public double IdleObject { get; init; }

    /// <summary>Mean number of ingredients of the named kind in the frame.</summary>
    public double NamedObjects { get; init; }

    /// <summary>Pointing accuracy of the true contact point.</summary>
    public double Contact { get; init; }
}
