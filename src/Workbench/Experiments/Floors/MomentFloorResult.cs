using Workbench.Metrics;

namespace Workbench.Experiments.Floors;

/// <summary>How far fixed moments get.</summary>
/// <param name="Rank">Rank n@m over all sentences; the mean overlap of the first answer is NaN where the answers differ from m to m.</param>
/// <param name="Videos">Videos of the sentences that were scored.</param>
/// <param name="Fitted">Moments that it was fitted on, for cross-validation all of them; 0 where nothing is fitted.</param>
/// <param name="CrossValidated">True where it was fitted on the other videos of the same split.</param>
public sealed record MomentFloorResult(RankResult Rank, int Videos, int Fitted, bool CrossValidated);
