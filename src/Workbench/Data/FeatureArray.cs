namespace Workbench.Data;

/// <summary>Features in single precision, row-major: [F, D] or [F, N, D], the first dimension being time.</summary>
public sealed record FeatureArray(float[] Values, long[] Shape);
