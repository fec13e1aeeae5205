namespace Workbench.Kernel.Engine;

/// <summary>A variable that a cell declared at its top level, with its present value.</summary>
internal sealed record SessionVariable(string Name, Type Type, object? Value);
