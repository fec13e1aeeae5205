namespace Workbench.Data.NarratedKitchen;

/// <summary>Narrated clips for pre-training a video backbone. The videos are not the benchmark's: other seeds, kitchens of other colours.</summary>
public sealed record KitchenClipOptions
{
    /// <summary>Frames of a clip.</summary>
    public int Frames { get; init; } = 16;

    /// <summary>Frames a second.</summary>
    public double Fps { get; init; } = 5;

    /// <summary>Size of the pictures: 1 for 320×240 as the videos.</summary>
    public double Size { get; init; } = 0.5;

    /// <summary>C: captions that may describe a clip, the one it is drawn for and its neighbours.</summary>
    public int Candidates { get; init; } = 4;

    /// <summary>Captions shorter than this are widened about their middle before a clip is drawn inside, in seconds.</summary>
    public double MinimumSeconds { get; init; } = 5;

    /// <summary>
    /// How the videos are made: more action, and narrators who talk less beside the point, than the benchmark's. A hundred million clips
    /// average such noise out, a few ten thousand do not.
    /// </summary>
    public KitchenOptions Videos { get; init; } = new()
    {
        Background = 0.2,
        ActionSeconds = (6, 24),
        BriefActions = 0,
        Broll = 0.1,
        TalkingHead = 0.15,
        Interruption = 0.1,
        ActionSounds = false, // Clips have no sound.
        Narration = new NarrationOptions { Mentioned = 1, MentionedAgain = 1, LagMean = 0, LagDeviation = 1, ChitChat = 0.15, Pronoun = 0.04, Misheard = 0.03 },
    };
}
