using System.Diagnostics.CodeAnalysis;
using Workbench.Kernel.Display;

namespace Workbench.Kernel.Engine;

/// <summary>What the display functions find: the cell that runs, or that ran last (its threads may still write).</summary>
/// <param name="session">The notebook's session.</param>
/// <param name="output">Where outputs go.</param>
/// <param name="number">The cell's execution count.</param>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer owns nothing, and threads of the cell may look at it for ever.")]
internal sealed class CellContext(NotebookSession session, ICellOutput output, int number)
{
    private static CellContext? s_current;
    private readonly CancellationTokenSource _early = new();
    private CellInterrupt? _interrupt;

    /// <summary>Null outside of a session.</summary>
    public static CellContext? Current
    {
        get => Volatile.Read(ref s_current);
        set => Volatile.Write(ref s_current, value);
    }

    public NotebookSession Session => session;

    public ICellOutput Output => output;

    public int Number => number;

    /// <summary>Cancelled when the running cell is interrupted.</summary>
    public CancellationToken Token => Volatile.Read(ref _interrupt)?.Token ?? default;

    /// <summary>Cancelled when the cell is interrupted before its code runs, while packages are fetched.</summary>
    public CancellationToken EarlyToken => _early.Token;

    /// <summary>The context, or the error of a display function that is called where there is no notebook.</summary>
    public static CellContext Require() =>
        Current ?? throw new InvalidOperationException("There is no notebook here: display functions work in cells only.");

    /// <summary>Displays a bundle; what was written before it comes before it.</summary>
    public void Display(MimeBundle bundle, string displayId, bool update = false)
    {
        session.Console.Flush();
        output.Display(bundle, displayId, update);
    }

    public void Begin(CellInterrupt interrupt) => Volatile.Write(ref _interrupt, interrupt);

    /// <summary>Stops the running code of this cell.</summary>
    public void Interrupt()
    {
        _early.Cancel();
        Volatile.Read(ref _interrupt)?.Request();
    }
}
