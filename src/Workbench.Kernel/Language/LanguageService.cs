using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Language;

/// <summary>What an editor asks about a cell that is being written.</summary>
internal sealed class LanguageService(NotebookSession session)
{
    public NotebookSession Session => session;

    public Completions Complete(string code, int position) => new(position, position, []);

    public string? Inspect(string code, int position) => null;
}
