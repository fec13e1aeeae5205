namespace Workbench.Backbones.Pretraining;

/// <summary>B clips, planes in [0, 1] one after the other (B·3·T·S·S values), and C captions of each.</summary>
internal sealed record ClipBatch(float[] Pixels_B3TSS, string[][] Captions_BC);
