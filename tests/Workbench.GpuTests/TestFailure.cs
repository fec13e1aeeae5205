namespace Workbench.GpuTests;

/// <summary>A test that failed, and the first lines of why.</summary>
internal sealed record TestFailure(string Test, string Message);
