using System.Diagnostics;
using Workbench.Kernel.Display;
using Workbench.Kernel.Magics;

namespace Workbench.Kernel.Engine;

/// <summary>
/// One running notebook: cells go in, outputs come out, what they declare stays, also when they fail or are interrupted.
/// <see cref="Execute"/> is called by one thread at a time; everything else by any.
/// </summary>
internal sealed class NotebookSession : IDisposable
{
    private readonly SessionLoadContext _loader = new();
    private readonly SubmissionRunner _runner;
    private readonly CellThread _thread = new();
    private readonly MagicCommands _magics;
    private CellContext? _running;

    public NotebookSession(SessionOptions options)
    {
        Options = options;
        _runner = new SubmissionRunner(_loader);
        _magics = new MagicCommands(this, _loader);
        Console = new ConsoleCapture();
    }

    public SessionOptions Options { get; }

    /// <summary>Standard output and error while the session lives.</summary>
    public ConsoleCapture Console { get; }

    public SubmissionChain Chain { get; } = new();

    public ErrorFormatter Errors { get; } = new();

    /// <summary>The variables that cells declared, by name.</summary>
    public IReadOnlyList<SessionVariable> Variables => SessionVariables.Read(_runner.Submissions);

    /// <summary>Runs a cell to its end. Never throws for what the cell does.</summary>
    /// <param name="code">The cell, magics included.</param>
    /// <param name="number">Its execution count; unique among the cells of the session.</param>
    /// <param name="output">Where its outputs go, during the call and, from threads it leaves behind, after it.</param>
    public CellResult Execute(string code, int number, ICellOutput output)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(output);
        long start = Stopwatch.GetTimestamp();
        Console.Flush();
        code = code.Replace("\r\n", "\n", StringComparison.Ordinal);
        Errors.Remember(number, code);
        CellContext context = new(this, output, number);
        CellContext.Current = context;
        CellError? error = null;
        try
        {
            Volatile.Write(ref _running, context);
            foreach (CellPart part in CellParts.Split(code))
            {
                error = RunPart(part, context);
                if (error is not null)
                    break;
            }
        }
        catch (CompilationException e)
        {
            error = Errors.Of(e, number);
        }
        catch (OperationCanceledException) when (context.EarlyToken.IsCancellationRequested)
        {
            error = Errors.Interrupted(null);
        }
        finally
        {
            Volatile.Write(ref _running, null);
        }
        Console.Flush();
        if (error is not null)
            output.Error(error);
        return new CellResult(error, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Asks the running cell to stop; a second call stops it by force. False when none runs.</summary>
    public bool Interrupt()
    {
        if (Volatile.Read(ref _running) is not { } context)
            return false;
        context.Interrupt();
        return true;
    }

    public void Dispose()
    {
        _thread.Dispose();
        Console.Dispose();
        CellContext.Current = null;
    }

    private CellError? RunPart(CellPart part, CellContext context)
    {
        long start = Stopwatch.GetTimestamp();
        CellError? error = null;
        if (part.Language == CellLanguage.CSharp)
        {
            string code = _magics.Obey(part, context);
            if (!string.IsNullOrWhiteSpace(code))
                error = RunCode(code, context);
        }
        else
        {
            string id = Guid.NewGuid().ToString("n");
            context.Display(LanguageOutput.Of(part.Language, part.Text), id);
        }
        if (part.IsTimed)
        {
            string text = $"Wall time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms";
            context.Display(MimeBundle.Text(text), Guid.NewGuid().ToString("n"));
        }
        return error;
    }

    private CellError? RunCode(string code, CellContext context)
    {
        CompiledCell cell = Chain.Compile(code, ErrorFormatter.PathOf(context.Number), default);
        if (cell.IsEmpty)
        {
            Chain.Accept(cell, code);
            return null;
        }
        Func<Task<object?>> start = _runner.Load(cell);
        Chain.Accept(cell, code);
        CellOutcome outcome = _thread.Run(() => ShownBy(start, cell.ShowsResult, context), context.Begin, () => Hint(context));
        return outcome switch
        {
            { Interrupted: true } => Errors.Interrupted(outcome.Error),
            { Error: { } e } => Errors.Of(e),
            _ => null,
        };
    }

    /// <summary>Formatting runs the user's code too (ToString, formatters), so it belongs on the cell's thread, interruptible.</summary>
    private async Task<object?> ShownBy(Func<Task<object?>> start, bool shows, CellContext context)
    {
        object? value = await start();
        if (!shows)
            return value;
        MimeBundle bundle = Bundler.Of(value);
        Console.Flush();
        context.Output.Result(bundle, context.Number);
        return value;
    }

    private static void Hint(CellContext context) => context.Output.Stream(
        "stderr",
        "The cell is inside code that does not listen to interrupts. Interrupt once more to end it by force (variables are kept, "
        + "but what that code was doing is left half done), or restart the kernel.\n");
}
