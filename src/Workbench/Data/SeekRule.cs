namespace Workbench.Data;

/// <summary>Where in a narrated clip the frames begin. Source: released code, video_loader_clip.py.</summary>
public enum SeekRule
{
    /// <summary>A whole second drawn evenly from the start to max(start, end - window), both included. The published recipe.</summary>
    Random,

    /// <summary>8 seconds before the clip's middle, at least 0 (--early_start).</summary>
    Early,

    /// <summary>The clip's start (--fix_start).</summary>
    Fixed,
}
