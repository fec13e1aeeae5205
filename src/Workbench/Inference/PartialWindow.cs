namespace Workbench.Inference;

/// <summary>What happens to the last window of a clip when its length is not a multiple of the window.</summary>
public enum PartialWindow
{
    /// <summary>It is shorter; the softmax spans the frames there are.</summary>
    Shrink,

    /// <summary>Black frames fill it up (released loader, mining_loader.py 154-163); they take part in the softmax.</summary>
    BlackFrames,
}
