namespace Workbench.Cli.Testing;

/// <summary>A test that failed: its full name, what it said, where.</summary>
internal sealed record TestFailure(string Name, string Message, string Stack);
