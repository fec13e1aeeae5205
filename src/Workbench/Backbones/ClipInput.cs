namespace Workbench.Backbones;

/// <summary>The range of the pixels that a CLIP image tower sees.</summary>
public enum ClipInput
{
    /// <summary>[0, 1], nothing else. What the grounding code feeds CLIP, in training and evaluation (main_distributed.py 649-658); its paper is silent.</summary>
    Raw01,

    /// <summary>[0, 1] less CLIP's mean, over CLIP's standard deviation, per channel. What CLIP was trained on (openai/CLIP, clip.py preprocess).</summary>
    Normalised,
}
