using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Kernel.Engine;

/// <summary>A cell that compiled, ready to run as the next of its chain.</summary>
/// <param name="Compilation">What the next cell builds on.</param>
/// <param name="Image">The assembly.</param>
/// <param name="Symbols">Its portable PDB, whose only document is the cell.</param>
/// <param name="EntryType">Full name of the type that holds the entry point.</param>
/// <param name="EntryMethod">Name of the entry point, which takes the slots of the chain.</param>
/// <param name="ShowsResult">The cell ends in an expression without semicolon, or returns a value.</param>
internal sealed record CompiledCell(
    CSharpCompilation Compilation, byte[] Image, byte[] Symbols, string EntryType, string EntryMethod, bool ShowsResult)
{
    /// <summary>There is nothing to run: the cell holds usings only.</summary>
    public bool IsEmpty => Image.Length == 0;
}
