namespace Workbench.Experiments.Floors;

/// <summary>What a predictor of uniform splits is told about the background.</summary>
public enum BackgroundKnowledge
{
    /// <summary>Nothing: the video is divided among the actions, none of it is background.</summary>
    None,

    /// <summary>Its place in the transcript, as in the task of the papers ("the respective actions and their ordering, including the background"): it is a step like any other.</summary>
    Transcript,

    /// <summary>Its every second: the actions share the others. More than any method of the papers is told.</summary>
    Seconds,
}
