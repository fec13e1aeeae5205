namespace Workbench.Data.NarratedKitchen;

/// <summary>How the cook talks. Lags are in seconds, positive where the word comes after the deed began.</summary>
public sealed record NarrationOptions
{
    /// <summary>Chance that an action is spoken of at all.</summary>
    public double Mentioned { get; init; } = 0.9;

    /// <summary>Chance that an action of 7 s or more is spoken of a second time.</summary>
    public double MentionedAgain { get; init; } = 0.7;

    /// <summary>Mean of the normal lag between the start of the action and the start of the sentence.</summary>
    public double LagMean { get; init; } = -0.3;

    /// <summary>Standard deviation of that lag.</summary>
    public double LagDeviation { get; init; } = 2.5;

    /// <summary>Chance that a free stretch of 4.5 s holds a sentence that has to do with no action shown.</summary>
    public double ChitChat { get; init; } = 0.55;

    /// <summary>Share of those sentences that name an action which is never shown in the video.</summary>
    public double NeverShown { get; init; } = 0.25;

    /// <summary>Chance that a narrator says "it" instead of the object.</summary>
    public double Pronoun { get; init; } = 0.08;

    /// <summary>Chance that a narrator uses another word for the verb (chop, beat, rinse).</summary>
    public double Synonym { get; init; } = 0.25;

    /// <summary>Chance that a word which sounds like another is mis-heard by the captions; the sound track has the right word.</summary>
    public double Misheard { get; init; } = 0.06;
}
