namespace Workbench.Training.Comma;

/// <summary>A step of NAFAE before it becomes tensors: proposals (B, S, P, D), row-major, and the classes that each sentence names.</summary>
public sealed record NafaeBatch(float[] Proposals, long[] Shape, int[][] Entities);
