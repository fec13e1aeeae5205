namespace Workbench.GpuTests;

/// <summary>What became of the tests of one assembly.</summary>
internal sealed record TestCount(string Assembly, int Passed, int Failed, int Skipped, double Seconds, IReadOnlyList<TestFailure> Failures);
