using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Workbench.Experiments.Tables;

namespace Workbench.Cli.Commands;

/// <summary>
/// Trains the rows of tables side by side: the same command in several processes, each of which takes the next row that no other is at. Two rows with a
/// thread each are done sooner than one after the other with two, and what a row gives does not depend on how many cores there are.
/// </summary>
internal static class RowWorkers
{
    /// <summary>What a worker says on standard output, a line each; other lines are not for us.</summary>
    private const string Mark = "row-worker:";

    /// <summary>What a worker takes at the sizes of the embedded benchmark, with something to spare.</summary>
    private const long WorkerBytes = 3L << 30;

    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1), s_patience = TimeSpan.FromSeconds(10);

    /// <summary>The part of a worker: trains what is free, says how far it is.</summary>
    public static void Work(Reproduction reproduction, IReadOnlyList<string> numbers, TextWriter output, CancellationToken cancellation)
    {
        var progress = new Teller(output);
        reproduction.RunUnclaimed(numbers, run => Say(output, new Message(run.Name, 1, 1, Finished: true)), progress, cancellation);
    }

    /// <summary>How many processes the machine has cores and memory for, each with so many threads; at least one.</summary>
    public static int Fitting(int? threads) => (int)Math.Clamp(
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / WorkerBytes, 1, Math.Max(1, Environment.ProcessorCount / (threads ?? Environment.ProcessorCount)));

    /// <summary>Starts workers and waits for them; a row whose worker died is left to the caller. Nothing where one process is enough.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="rows">Rows to train.</param>
    /// <param name="jobs">Processes at most.</param>
    /// <param name="progress">Told the rows' steps in hundredths of a row.</param>
    /// <param name="cancellation">Ends the workers; their checkpoints stay.</param>
    public static async Task RunAsync(ParseResult parsed, int rows, int jobs, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        jobs = Math.Min(jobs, rows);
        if (jobs < 2)
            return;
        var told = new Board(rows, progress);
        Process[] workers = [.. Enumerable.Range(0, jobs).Select(_ => Process.Start(StartInfo(parsed))!)];
        try
        {
            await Task.WhenAll(workers.Select((worker, i) => ListenAsync(worker, i, told, cancellation))).ConfigureAwait(false);
        }
        finally
        {
            foreach (Process worker in workers)
            {
                if (!worker.HasExited && !worker.WaitForExit(cancellation.IsCancellationRequested ? s_patience : TimeSpan.Zero))
                    worker.Kill(entireProcessTree: true);
                worker.Dispose();
            }
        }
    }

    private static async Task ListenAsync(Process worker, int index, Board told, CancellationToken cancellation)
    {
        worker.ErrorDataReceived += (_, e) =>
        {
            if (e.Data is { Length: > 0 } line)
                Console.Error.WriteLine(line);
        };
        worker.BeginErrorReadLine();
        while (await worker.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            if (line.StartsWith(Mark, StringComparison.Ordinal) && JsonSerializer.Deserialize<Message>(line.AsSpan(Mark.Length)) is { } message)
                told.Hear(index, message);
        await worker.WaitForExitAsync(cancellation).ConfigureAwait(false);
        told.Ended(index, worker.ExitCode);
    }

    private static ProcessStartInfo StartInfo(ParseResult parsed)
    {
        ProcessStartInfo start = OwnProgram.StartInfo([.. parsed.Tokens.Select(t => t.Value), ReproduceCommand.WorkerOption.Name]);
        start.RedirectStandardError = true;
        return start;
    }

    private static void Say(TextWriter output, Message message)
    {
        lock (output)
        {
            output.WriteLine(Mark + JsonSerializer.Serialize(message));
            output.Flush();
        }
    }

    /// <param name="Row">Which row.</param>
    /// <param name="Done">Of its steps.</param>
    /// <param name="Total">All of them.</param>
    /// <param name="Finished">It is trained and scored.</param>
    private sealed record Message(string Row, long Done, long Total, bool Finished = false);

    /// <summary>A worker's progress as lines, at most one a second.</summary>
    private sealed class Teller(TextWriter output) : IProgress<ProgressReport>
    {
        private long _last;

        public void Report(ProgressReport value)
        {
            if (_last != 0 && Stopwatch.GetElapsedTime(_last) < s_between)
                return;
            _last = Stopwatch.GetTimestamp();
            Say(output, new Message(value.Task, value.Done, value.Total));
        }
    }

    /// <summary>What all workers are at.</summary>
    private sealed class Board(int rows, IProgress<ProgressReport> progress)
    {
        private readonly Dictionary<int, Message> _at = [];
        private int _finished;

        public void Hear(int worker, Message message)
        {
            lock (_at)
            {
                if (message.Finished)
                {
                    _finished++;
                    _at.Remove(worker);
                }
                else
                {
                    _at[worker] = message;
                }

                Tell();
            }
        }

        public void Ended(int worker, int code)
        {
            lock (_at)
            {
                _at.Remove(worker, out Message? last);
                if (code != 0)
                    Console.Error.WriteLine($"a process that trained {last?.Row ?? "rows"} ended with code {code}; its row is done again here");
                Tell();
            }
        }

        private void Tell()
        {
            // Training is most of a row; scoring follows.
            double part = 0.9 * _at.Values.Sum(m => m.Row.StartsWith("train ", StringComparison.Ordinal) ? (double)m.Done / Math.Max(1, m.Total) : 1);
            progress.Report(new ProgressReport("rows", (long)(100 * (_finished + part)), 100L * rows, string.Join(", ", _at.OrderBy(p => p.Key).Select(p => $"{p.Value.Row} {p.Value.Done}/{p.Value.Total}"))));
        }
    }
}
