namespace Workbench.Kernel.Engine;

/// <summary>
/// The synchronization context of one cell: what follows an <c>await</c> comes back to the cell's thread. After the cell
/// has ended, work that it left behind goes on in the thread pool; of an interrupted cell it is dropped.
/// </summary>
internal sealed class CellPump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Work, object? State)> _queue = new(); // Also the lock, and what is waited on.
    private bool _closed, _dropped;

    /// <summary>The cell's thread waits for what it awaits, where nothing needs to be woken by force.</summary>
    public bool IsWaiting { get; private set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        // An abort inside of this ends the process; it cannot come while a finally block runs.
        try
        {
        }
        finally
        {
            bool pool = false;
            lock (_queue)
            {
                if (!_closed)
                {
                    _queue.Enqueue((d, state));
                    Monitor.Pulse(_queue);
                }
                else
                {
                    pool = !_dropped;
                }
            }
            if (pool)
                ThreadPool.QueueUserWorkItem(_ => d(state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Wakes <see cref="Drive"/> without work.</summary>
    public void Wake() => Post(static _ => { }, null);

    /// <summary>Runs posted work until the task is done or <paramref name="giveUp"/> says so. True when the task is done.</summary>
    public bool Drive(Task task, Func<bool> giveUp)
    {
        task.ContinueWith(static (_, pump) => ((CellPump)pump!).Wake(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            if (giveUp())
                return false;
            (SendOrPostCallback? work, object? state) = Next();
            work?.Invoke(state);
        }
        return true;
    }

    /// <summary>Ends the cell's own turn. <paramref name="drop"/>: it was interrupted, and what it left behind must not go on.</summary>
    public void Close(bool drop)
    {
        (SendOrPostCallback Work, object? State)[] rest;
        lock (_queue)
        {
            (_closed, _dropped) = (true, drop);
            rest = drop ? [] : [.. _queue];
            _queue.Clear();
        }
        foreach ((SendOrPostCallback work, object? state) in rest)
            ThreadPool.QueueUserWorkItem(_ => work(state));
    }

    /// <summary>What was posted first; nothing when nothing came for a while.</summary>
    private (SendOrPostCallback? Work, object? State) Next()
    {
        IsWaiting = true;
        try
        {
            lock (_queue)
            {
                // Never for ever: whoever interrupts also wakes us, and giveUp looks at a clock.
                if (_queue.Count == 0)
                    Monitor.Wait(_queue, TimeSpan.FromMilliseconds(50));
                return _queue.TryDequeue(out var item) ? item : default;
            }
        }
        finally
        {
            IsWaiting = false;
        }
    }
}
