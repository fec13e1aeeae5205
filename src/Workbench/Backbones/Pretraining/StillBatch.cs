namespace Workbench.Backbones.Pretraining;

/// <summary>B images, planes in [0, 1] one after the other (B·3·S·S values), and their captions.</summary>
internal sealed record StillBatch(float[] Pixels_B3SS, string[] Captions);
