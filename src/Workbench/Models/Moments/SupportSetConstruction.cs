namespace Workbench.Models.Moments;

/// <summary>Which clips of a video are a sentence's support set (Sscs section 3.4).</summary>
public enum SupportSetConstruction
{
    /// <summary>V-SS: all.</summary>
    Video,

    /// <summary>GT-SS: those of the moment.</summary>
    GroundTruth,

    /// <summary>Non-GT-SS: the others. A moment that covers the video leaves none, and its sentence stands aside.</summary>
    NonGroundTruth,
}
