namespace Workbench.Experiments;

/// <summary>The backbones of the papers' tables.</summary>
public enum MethodBackbone
{
    /// <summary>CLIP, frozen.</summary>
    Clip,

    /// <summary>CLIP*, fine-tuned on the narrated videos before.</summary>
    FinetunedClip,

    /// <summary>S3D with word2vec, frozen.</summary>
    S3d,

    /// <summary>CLIP, frozen, with a DAVEnet for the sound, frozen too (Table 11).</summary>
    ClipAndAudio,
}
