using Workbench.Data;

namespace Workbench.Training.Moments;

// Shapes: B sentences, C sampled clips, V feature width.

/// <summary>A batch before it becomes tensors.</summary>
/// <param name="Samples">What is asked.</param>
/// <param name="Video_BCV">Clip features, row-major.</param>
/// <param name="Count_B">Clips of each that are the video's.</param>
/// <param name="Words">The sentences' words.</param>
public sealed record MomentFeatures(IReadOnlyList<MomentSample> Samples, float[] Video_BCV, int[] Count_B, IReadOnlyList<string[]> Words);
