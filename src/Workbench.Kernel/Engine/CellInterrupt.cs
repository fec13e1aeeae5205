namespace Workbench.Kernel.Engine;

/// <summary>
/// The ways by which one running cell is stopped, mildest first. The first request cancels the cell's token, makes the
/// checks in its loops throw, and 250 ms later wakes it from waits; the second aborts its thread.
/// </summary>
internal sealed class CellInterrupt : IDisposable
{
    private static readonly TimeSpan s_beforeWaking = TimeSpan.FromMilliseconds(250), s_beforeHint = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _token = new(), _abort = new(), _over = new();
    private readonly Lock _lock = new();
    private readonly Thread _thread;
    private readonly CellPump _pump;
    private readonly Action _hint;
    private int _requests;
    private bool _isOver;

    /// <param name="thread">The thread on which the cell runs.</param>
    /// <param name="pump">Where it waits for what it awaits.</param>
    /// <param name="hint">Called when the first request has not helped for two seconds.</param>
    public CellInterrupt(Thread thread, CellPump pump, Action hint) => (_thread, _pump, _hint) = (thread, pump, hint);

    /// <summary>Cancelled by the first request.</summary>
    public CancellationToken Token
    {
        get
        {
            TokenIsUsed = true;
            return _token.Token;
        }
    }

    /// <summary>The cell has taken the token, so it may stop by itself.</summary>
    public bool TokenIsUsed { get; private set; }

    /// <summary>Cancelled by the second request, for <see cref="System.Runtime.ControlledExecution"/>.</summary>
    public CancellationToken AbortToken => _abort.Token;

    public bool IsRequested => Volatile.Read(ref _requests) > 0;

    public bool IsAborted => Volatile.Read(ref _requests) > 1;

    /// <summary>When the first request came, by <see cref="Environment.TickCount64"/>.</summary>
    public long RequestedAt { get; private set; }

    /// <summary>Asks the cell to stop; returns at once.</summary>
    public void Request()
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            int request = Interlocked.Increment(ref _requests);
            if (request == 1)
                RequestedAt = Environment.TickCount64;
            // A thread of its own: callbacks of the token and the abort may block, and pool threads may all be busy.
            new Thread(request == 1 ? Ask : Abort) { IsBackground = true, Name = "interrupt" }.Start();
        }
    }

    /// <summary>The cell is over: nothing of this may touch its thread any more.</summary>
    public void Over()
    {
        lock (_lock)
            _isOver = true;
        _over.Cancel();
    }

    public void Dispose()
    {
        // The sources stay: the threads above may still hold them, and they own nothing unmanaged.
    }

    private void Ask()
    {
        InterruptCheck.Request();
        Swallow(() => _token.Cancel());
        _pump.Wake();
        for (int turn = 0; turn < 8; turn++)
        {
            if (_over.Token.WaitHandle.WaitOne(s_beforeWaking))
                return;
            WakeThread();
        }
        if (!IsAborted && !_over.Token.WaitHandle.WaitOne(s_beforeHint - 8 * s_beforeWaking))
            _hint();
    }

    private void Abort()
    {
        WakeThread();
        Swallow(() => _abort.Cancel());
        WakeThread();
    }

    private void WakeThread()
    {
        lock (_lock)
        {
            if (!_isOver && !_pump.IsWaiting)
                _thread.Interrupt();
        }
    }

    private static void Swallow(Action action)
    {
        try
        {
            action();
        }
        catch (Exception)
        {
            // What a cell hooked on its token failed. The cell is being stopped anyway.
        }
    }
}
