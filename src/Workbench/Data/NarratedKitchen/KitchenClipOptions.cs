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
    public int Candidates { get; init; } = 2;

    /// <summary>Captions shorter than this are widened about their middle before a clip is drawn inside, in seconds.</summary>
    public double MinimumSeconds { get; init; } = 2;

    /// <summary>
    /// How the videos are made: nearly all of them action, and narrators who say what is seen while it is seen, unlike the benchmark's. A
    /// hundred million clips may average such noise out; with the benchmark's, the small S3D had hardly begun to learn after a few hundred steps.
    /// </summary>
    public KitchenOptions Videos { get; init; } = new()
    {
        Background = 0.05,
        ActionSeconds = (6, 24),
        BriefActions = 0,
        Broll = 0,
        TalkingHead = 0,
        Interruption = 0,
        ActionSounds = false, // Clips have no sound.
        Narration = new NarrationOptions { Mentioned = 1, MentionedAgain = 1, LagMean = 0, LagDeviation = 0.3, ChitChat = 0, Pronoun = 0, Misheard = 0 },
    };
}
