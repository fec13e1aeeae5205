using Workbench.Kernel.Display;

namespace Workbench.Kernel.Engine;

/// <summary>Where a cell's outputs go: to a Jupyter client, or into the notebook file. May be called from any thread.</summary>
internal interface ICellOutput
{
    /// <summary>Text of standard output ("stdout") or standard error ("stderr").</summary>
    void Stream(string name, string text);

    /// <summary>A displayed value. With <paramref name="update"/> it replaces what was displayed under the same identity.</summary>
    void Display(MimeBundle bundle, string displayId, bool update);

    /// <summary>The value of the cell's last expression.</summary>
    void Result(MimeBundle bundle, int number);

    /// <summary>The error that ended the cell.</summary>
    void Error(CellError error);

    /// <summary>Removes the outputs so far; with <paramref name="wait"/> only when the next one comes.</summary>
    void Clear(bool wait);

    /// <summary>Asks the user for a line.</summary>
    /// <exception cref="NotSupportedException">There is nobody to ask.</exception>
    Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation);
}
