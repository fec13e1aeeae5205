using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Workbench.Kernel.Packages;

namespace Workbench.Kernel.Notebooks;

/// <summary>Runs notebooks, each in a process of its own: one that dies or leaks harms no other.</summary>
internal sealed class NotebookBatch(BatchOptions options, IProgress<ProgressReport> progress)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs all; <paramref name="ended"/> is told each result as it comes.</summary>
    public async Task<IReadOnlyList<NotebookRun>> RunAsync(IEnumerable<RunOptions> notebooks, Action<NotebookRun> ended, CancellationToken cancellation)
    {
        ConcurrentQueue<RunOptions> queue = new(notebooks);
        List<NotebookRun> runs = [];
        bool stop = false;
        await Task.WhenAll(Enumerable.Range(0, Math.Clamp(options.Jobs, 1, Math.Max(1, queue.Count))).Select(async _ =>
        {
            while (!Volatile.Read(ref stop) && !cancellation.IsCancellationRequested && queue.TryDequeue(out RunOptions? notebook))
            {
                NotebookRun run = await RunOneAsync(notebook, cancellation).ConfigureAwait(false);
                lock (runs)
                {
                    runs.Add(run);
                    ended(run);
                }
                if (run.Status != RunStatus.Passed && options.StopOnError)
                    Volatile.Write(ref stop, true);
            }
        })).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return runs;
    }

    private async Task<NotebookRun> RunOneAsync(RunOptions notebook, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        string name = Path.GetFileNameWithoutExtension(notebook.Path);
        using Process process = Process.Start(StartInfo())!;
        process.ErrorDataReceived += static (_, _) => { }; // Native chatter must not fill the pipe.
        process.BeginErrorReadLine();
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(notebook)).ConfigureAwait(false);
        await process.StandardInput.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        using CancellationTokenRegistration stop = cancellation.Register(() => Stop(process));
        WorkerMessage? last = null;
        NotebookRun? run = null;
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            if (WorkerMessage.FromLine(line) is not { } message)
                continue;
            run = message.Run ?? run;
            if (message.Refused is { } reason)
                run = new NotebookRun(notebook.Path, RunStatus.Failed, Seconds(), 0, [reason]);
            if (message.Cells > 0)
                progress.Report(new ProgressReport(name, (last = message).Cell - 1, message.Cells));
        }
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        if (run?.Status == RunStatus.Passed && last is not null)
            progress.Report(new ProgressReport(name, last.Cells, last.Cells));
        return run ?? new NotebookRun(
            notebook.Path, cancellation.IsCancellationRequested ? RunStatus.Interrupted : RunStatus.Failed, Seconds(), last?.Cells ?? 0,
            [$"the process ended with code {process.ExitCode} {(last is null ? "before the first cell" : $"in cell {last.Cell} of {last.Cells}")}"]);

        double Seconds() => Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private ProcessStartInfo StartInfo()
    {
        ProcessStartInfo start = new(DotnetProgram.Path)
        {
            ArgumentList = { "exec", options.Program ?? Path.Combine(AppContext.BaseDirectory, "Workbench.Kernel.dll"), NotebookWorker.Verb },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Notebooks beside each other share the cores.
        if (options.Jobs > 1 && !start.Environment.ContainsKey("OMP_NUM_THREADS"))
            start.Environment["OMP_NUM_THREADS"] = Math.Max(1, Environment.ProcessorCount / options.Jobs).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return start;
    }

    /// <summary>Asks, and after a while insists.</summary>
    private static void Stop(Process process)
    {
        try
        {
            process.StandardInput.WriteLine("stop");
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It ended meanwhile.
        }
        _ = Task.Delay(s_patience).ContinueWith(
            _ =>
            {
                try
                {
                    process.Kill(entireProcessTree: true);
                }
                catch (InvalidOperationException)
                {
                    // It has ended.
                }
            },
            TaskScheduler.Default);
    }
}
