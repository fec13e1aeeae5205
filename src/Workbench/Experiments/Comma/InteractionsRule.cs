namespace Workbench.Experiments.Comma;

/// <summary>How YouCook2-Interactions is evaluated.</summary>
public enum InteractionsRule
{
    /// <summary>
    /// Each annotated second, the last of a segment included, is asked of its own frame (second s of frame s − 1), in windows as in training; points lie in the boxes' nominal
    /// 640×360 frame.
    /// </summary>
    Corrected,

    /// <summary>
    /// As released (youcook_interactions_loader.py, eval_youcook_interactions_localization.py): frames [start − 1, end − 1) in windows of 16, the last filled with black; two
    /// time steps a window, stretched over time across the windows' borders; the last second reads black or the frame before it again; the frame is
    /// min(width, 640) × min(height, 360) of the video file, each by itself.
    /// </summary>
    ReleasedCode,
}
