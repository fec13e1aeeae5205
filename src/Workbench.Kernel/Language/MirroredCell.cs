namespace Workbench.Kernel.Language;

/// <summary>A cell of the session as the language service needs it.</summary>
/// <param name="Code">Its C#, magics removed.</param>
/// <param name="References">Files that became known with it, beyond those of the first.</param>
internal sealed record MirroredCell(string Code, IReadOnlyList<string> References);
