namespace Workbench.Training;

/// <summary>What one epoch is.</summary>
public enum EpochRule
{
    /// <summary>One caption of each video, drawn at random (released code, video_loader_clip.py 87).</summary>
    OneCaptionPerVideo,

    /// <summary>Every caption once. The paper does not say; the embedded benchmark has too few videos for the other rule.</summary>
    EveryCaption,
}
