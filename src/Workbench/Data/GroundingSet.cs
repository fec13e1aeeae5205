namespace Workbench.Data;

/// <summary>A spatio-temporal grounding data set: the videos' annotations, without tensors and without frames.</summary>
public sealed record GroundingSet(string Name, IReadOnlyList<GroundingVideo> Videos);
