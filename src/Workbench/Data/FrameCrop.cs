namespace Workbench.Data;

/// <summary>How a native frame becomes Width × Height pixels (released loaders; systems.md 1.10-1.12).</summary>
public enum FrameCrop
{
    /// <summary>Stretched to the size, aspect not kept (evaluation, mining_loader.py 137-146).</summary>
    Squash,

    /// <summary>A window of the native frame at <see cref="FrameOptions.Position"/>, not resized (training --crop_only, video_loader_clip.py 143-148).</summary>
    Window,

    /// <summary>A square of the short side at <see cref="FrameOptions.Position"/>, then scaled (training without --crop_only; centre for CLIP's preprocessing).</summary>
    Square,
}
