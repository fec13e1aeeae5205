namespace Workbench.Data;

/// <summary>How a video's picture is brought to the size asked for.</summary>
public enum CropMode
{
    /// <summary>The whole picture, stretched; its aspect is not kept. The released evaluators (mining_loader.py: 224×224).</summary>
    Squash,

    /// <summary>
    /// A part of that size of the native picture, without resizing, so that the stored resolution decides how much is seen. The
    /// published training recipe (crop_only = 1).
    /// </summary>
    Window,

    /// <summary>The largest square of the native picture, then resized (crop_only = 0; in the middle for MIL-NCE's evaluation).</summary>
    Square,
}
