using Workbench.Kernel.Display;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Tests;

/// <summary>Passes outputs on, and tells of text as it comes.</summary>
internal sealed class StreamListener(ICellOutput inner, Action<string> streamed) : ICellOutput
{
    public void Stream(string name, string text)
    {
        inner.Stream(name, text);
        streamed(text);
    }

    public void Display(MimeBundle bundle, string displayId, bool update) => inner.Display(bundle, displayId, update);

    public void Result(MimeBundle bundle, int number) => inner.Result(bundle, number);

    public void Error(CellError error) => inner.Error(error);

    public void Clear(bool wait) => inner.Clear(wait);

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) => inner.AskAsync(prompt, password, cancellation);
}
