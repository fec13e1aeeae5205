using Workbench.Kernel.Display;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Protocol;

/// <summary>Keeps the value of an expression that a client wants beside a cell, and nothing else.</summary>
internal sealed class ExpressionOutput : ICellOutput
{
    public MimeBundle? Bundle { get; private set; }

    public void Stream(string name, string text)
    {
    }

    public void Display(MimeBundle bundle, string displayId, bool update)
    {
    }

    public void Result(MimeBundle bundle, int number) => Bundle = bundle;

    public void Error(CellError error)
    {
    }

    public void Clear(bool wait)
    {
    }

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        throw new NotSupportedException("An expression cannot ask.");
}
