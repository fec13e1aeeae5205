using System.Text.Json.Serialization;

namespace Workbench.Data.NarratedKitchen;

/// <summary>Everything that can be turned on the benchmark. The defaults are the benchmark; times in seconds.</summary>
public sealed record KitchenOptions
{
    public long Seed { get; init; } = 1;
    public int TrainVideos { get; init; } = 100;
    public int TestVideos { get; init; } = 16;

    /// <summary>Frames a second. Motion is shown well enough by few, and time is dear.</summary>
    public int Fps { get; init; } = 6;

    /// <summary>Shortest and longest training video.</summary>
    public (int From, int To) TrainSeconds { get; init; } = (40, 90);

    /// <summary>Shortest and longest test video.</summary>
    public (int From, int To) TestSeconds { get; init; } = (60, 180);

    /// <summary>Shortest and longest action; most last 3 to 20 s.</summary>
    public (int From, int To) ActionSeconds { get; init; } = (4, 20);

    /// <summary>Share of actions that last only 1 to 3 s, as the public set has them.</summary>
    public double BriefActions { get; init; } = 0.06;

    /// <summary>Share of a video in which no action goes on.</summary>
    public double Background { get; init; } = 0.5;

    /// <summary>How many of the eight ingredients a video is about; its actions share them.</summary>
    public (int From, int To) IngredientsInVideo { get; init; } = (2, 4);

    /// <summary>Chance that a pause between actions holds a cut-away picture.</summary>
    public double Broll { get; init; } = 0.22;

    /// <summary>Chance that a pause between actions holds the cook talking to the camera.</summary>
    public double TalkingHead { get; init; } = 0.3;

    /// <summary>Chance that an action of 8 s or more is interrupted by 2 or 3 s of either.</summary>
    public double Interruption { get; init; } = 0.2;

    /// <summary>Chance that an action of 6 s or more is seen from a second camera position, of another scale.</summary>
    public double CameraChange { get; init; } = 0.4;

    /// <summary>Chance that the camera pans and zooms slowly during a shot.</summary>
    public double CameraMotion { get; init; } = 0.5;

    /// <summary>Chance that idle hands (resting, pointing, wiping, holding) are seen in the background.</summary>
    public double IdleHands { get; init; } = 0.45;

    /// <summary>Chance that a pair of idle hands is in the frame beside the action.</summary>
    public double DistractorHands { get; init; } = 0.15;

    /// <summary>Where the action is and what stands idle beside it.</summary>
    public SceneOptions Scene { get; init; } = new();

    /// <summary>What is said, and what is heard of it.</summary>
    public NarrationOptions Narration { get; init; } = new();

    /// <summary>Who clicks, and how well.</summary>
    public AnnotatorOptions Annotators { get; init; } = new();

    /// <summary>Speech by flite; off, or where flite is missing: a tone a word.</summary>
    public bool Speech { get; init; } = true;

    /// <summary>
    /// While an action is seen it is heard, quieter than speech: sizzling, knocks, clicks. The picture does not depend on it. False is not written down, so
    /// that what was made when there were no such sounds counts as made without them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ActionSounds { get; init; } = true;

    /// <summary>How many videos are drawn at a time; 0 = as many as there are processors. The result does not depend on it.</summary>
    public int Parallel { get; init; }

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public void Check()
    {
        if (TrainVideos < 0 || TestVideos < 0 || TrainVideos + TestVideos == 0)
            throw new ArgumentException($"There must be videos to make; {TrainVideos} for training and {TestVideos} for testing were asked for.");
        if (Fps is < 1 or > 60)
            throw new ArgumentException($"Frames a second must be 1 to 60; {Fps} was given.");
        foreach ((string name, (int from, int to), int least) in new[]
        {
            (nameof(TrainSeconds), TrainSeconds, 10), (nameof(TestSeconds), TestSeconds, 10), (nameof(ActionSeconds), ActionSeconds, 1),
            (nameof(IngredientsInVideo), IngredientsInVideo, 1),
        })
        {
            if (from < least || to < from)
                throw new ArgumentException($"{name} must go from {least} or more to no less than that; {from} to {to} was given.");
        }
        if (Background is < 0 or > 0.95)
            throw new ArgumentException($"{nameof(Background)} must be in 0 to 0.95; {Background} was given.");
        if (IngredientsInVideo.To > 8)
            throw new ArgumentException($"There are 8 ingredients; {IngredientsInVideo.To} in a video were asked for.");
    }
}
