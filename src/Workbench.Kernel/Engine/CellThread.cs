using System.Collections.Concurrent;
using System.Runtime;

namespace Workbench.Kernel.Engine;

/// <summary>
/// Runs cells one after the other on one thread, so that what hangs on a thread (dispose scopes, gradient mode) lasts
/// from cell to cell. An aborted thread is replaced. A supervisor, which is never aborted itself, starts the threads:
/// after an abort .NET leaves the abort's signal blocked in the thread and in every thread that it starts.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);
    private readonly BlockingCollection<Action> _starts = [];
    private BlockingCollection<Job>? _jobs;
    private Thread? _thread;

    public CellThread()
    {
        Thread supervisor = new(() =>
        {
            foreach (Action start in _starts.GetConsumingEnumerable())
                start();
        })
        { IsBackground = true, Name = "cell supervisor" };
        supervisor.Start();
    }

    /// <summary>Runs one cell and waits for its end.</summary>
    /// <param name="start">Starts the cell; called on its thread.</param>
    /// <param name="begun">Told the means to interrupt it before it starts.</param>
    /// <param name="hint">Called when an interrupt has not helped for two seconds.</param>
    public CellOutcome Run(Func<Task<object?>> start, Action<CellInterrupt> begun, Action hint)
    {
        if (_jobs is null)
            StartThread();
        CellPump pump = new();
        using CellInterrupt interrupt = new(_thread!, pump, hint);
        Job job = new(start, pump, interrupt);
        begun(interrupt);
        _jobs!.Add(job);
        job.Done.Wait();
        if (interrupt.IsAborted)
        {
            _jobs.CompleteAdding();
            (_jobs, _thread) = (null, null);
        }
        return job.Outcome;
    }

    public void Dispose()
    {
        _jobs?.CompleteAdding();
        _starts.CompleteAdding();
    }

    private void StartThread()
    {
        BlockingCollection<Job> jobs = _jobs = [];
        using ManualResetEventSlim started = new();
        _starts.Add(() =>
        {
            _thread = new Thread(() => Loop(jobs), 16 << 20) { IsBackground = true, Name = "cells" };
            _thread.Start();
            started.Set();
        });
        started.Wait();
    }

    private static void Loop(BlockingCollection<Job> jobs)
    {
        foreach (Job job in jobs.GetConsumingEnumerable())
        {
            InterruptCheck.Reset();
            SynchronizationContext.SetSynchronizationContext(job.Pump);
            CellOutcome outcome = new(null, null, false);
            try
            {
#pragma warning disable SYSLIB0046 // The last resort, and the only one: the second interrupt of a cell that listens to nothing.
                ControlledExecution.Run(() => outcome = Drive(job), job.Interrupt.AbortToken);
#pragma warning restore SYSLIB0046
            }
            catch (Exception e) when (job.Interrupt.IsRequested)
            {
                outcome = new CellOutcome(null, e, true);
            }
            EndInterrupts(job.Interrupt);
            InterruptCheck.Reset();
            job.Pump.Close(drop: outcome.Interrupted);
            job.Outcome = outcome;
            job.Done.Set();
        }
    }

    private static CellOutcome Drive(Job job)
    {
        try
        {
            Task<object?> task = job.Start();
            if (!job.Pump.Drive(task, () => GivesUp(job.Interrupt)))
                return new CellOutcome(null, new OperationCanceledException(), true);
            return new CellOutcome(task.GetAwaiter().GetResult(), null, false);
        }
        catch (Exception e)
        {
            return new CellOutcome(null, e, job.Interrupt.IsRequested && IsStop(e));
        }
    }

    /// <summary>An interrupted cell that waits for a task is left where it is; one that has the token gets time to stop by itself.</summary>
    private static bool GivesUp(CellInterrupt interrupt) =>
        interrupt.IsRequested && (!interrupt.TokenIsUsed || interrupt.IsAborted
            || Environment.TickCount64 - interrupt.RequestedAt > s_grace.TotalMilliseconds);

    /// <summary>The exception is what an interrupt causes, possibly wrapped.</summary>
    private static bool IsStop(Exception e) => e switch
    {
        OperationCanceledException or ThreadInterruptedException => true,
        AggregateException many => many.Flatten().InnerExceptions.Any(IsStop),
        _ => e.InnerException is { } inner && IsStop(inner),
    };

    /// <summary>From here on nothing wakes this thread; a wake that is still pending is used up. It may come in any wait, also in a lock.</summary>
    private static void EndInterrupts(CellInterrupt interrupt)
    {
        for (bool over = false; !over;)
        {
            try
            {
                interrupt.Over();
                if (interrupt.IsRequested)
                    Thread.Sleep(1); // Sleep(0) would not notice.
                over = true;
            }
            catch (ThreadInterruptedException)
            {
            }
        }
    }

    private sealed class Job(Func<Task<object?>> start, CellPump pump, CellInterrupt interrupt)
    {
        public Func<Task<object?>> Start => start;

        public CellPump Pump => pump;

        public CellInterrupt Interrupt => interrupt;

        public ManualResetEventSlim Done { get; } = new();

        public CellOutcome Outcome { get; set; } = new(null, null, false);
    }
}
