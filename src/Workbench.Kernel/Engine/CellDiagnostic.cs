namespace Workbench.Kernel.Engine;

/// <summary>One error of the compiler. Line and column count from 1; the column counts UTF-16 units.</summary>
internal sealed record CellDiagnostic(string Id, int Line, int Column, string Message);
