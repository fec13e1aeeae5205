namespace Workbench.Training.Comma;

/// <summary>A step of phrase grounding before it becomes tensors: a caption and the regions (B, R, D) of each picture.</summary>
public sealed record PhraseBatch(string[] Captions, float[] Regions, long[] Shape);
