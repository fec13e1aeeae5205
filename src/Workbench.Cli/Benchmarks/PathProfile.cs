using Workbench.Torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>Where the time of one path of the local loss goes.</summary>
/// <param name="Path">Which.</param>
/// <param name="Milliseconds">One step, forward and backward, without the marks.</param>
/// <param name="MarkedMilliseconds">The same with the marks: what they cost.</param>
/// <param name="Operators">The operators of one step, the longest first.</param>
internal sealed record PathProfile(string Path, double Milliseconds, double MarkedMilliseconds, IReadOnlyList<OperatorTime> Operators);
