namespace Workbench.Kernel.Language;

/// <summary>One proposal.</summary>
/// <param name="Text">What is put in.</param>
/// <param name="Kind">"method", "class", "property", …: clients show an icon for it.</param>
/// <param name="Signature">Its declaration; empty where there is none.</param>
internal sealed record Completion(string Text, string Kind, string Signature = "");
