using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
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

    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1), s_patience = TimeSpan.FromSeconds(10);

    /// <summary>The part of a worker: trains what is free, says how far it is.</summary>
    public static void Work(Reproduction reproduction, IReadOnlyList<string> numbers, TextWriter output, CancellationToken cancellation)
    {
        var progress = new Teller(output);
        reproduction.RunUnclaimed(numbers, run => Say(output, new Message(run.Name, 1, 1, Finished: true)), progress, cancellation);
    }

    /// <summary>Starts workers and waits for them; a row whose worker died is left to the caller. Nothing where one process is enough.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="rows">Rows to train.</param>
    /// <param name="jobs">Processes at most.</param>
    /// <param name="threads">Of each.</param>
    /// <param name="progress">Told the rows' steps in hundredths of a row.</param>
    /// <param name="cancellation">Ends the workers; their checkpoints stay.</param>
    public static async Task RunAsync(ParseResult parsed, int rows, int jobs, int threads, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        jobs = Math.Min(jobs, rows);
        if (jobs < 2)
            return;
        var told = new Board(rows, progress);
        Process[] workers = [.. Enumerable.Range(0, jobs).Select(_ => Process.Start(StartInfo(parsed, threads))!)];
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
            if (e.Data is { Length: > 0 } line && !line.Contains('%', StringComparison.Ordinal)) // Its own progress is told here.
                Board.Error(line);
        };
        worker.BeginErrorReadLine();
        while (await worker.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            if (line.StartsWith(Mark, StringComparison.Ordinal) && JsonSerializer.Deserialize<Message>(line.AsSpan(Mark.Length)) is { } message)
                told.Hear(index, message);
        await worker.WaitForExitAsync(cancellation).ConfigureAwait(false);
        told.Ended(index, worker.ExitCode);
    }

    private static ProcessStartInfo StartInfo(ParseResult parsed, int threads)
    {
        string program = Environment.ProcessPath ?? "dotnet", own = Assembly.GetExecutingAssembly().Location;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(own);
        foreach (string token in parsed.Tokens.Select(t => t.Value))
            start.ArgumentList.Add(token);
        start.ArgumentList.Add(ReproduceCommand.WorkerOption.Name);
        start.ArgumentList.Add(threads.ToString(CultureInfo.InvariantCulture));
        // Read when the libraries are loaded; torch.set_num_threads comes later.
        foreach (string name in (string[])["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"])
            start.Environment[name] = threads.ToString(CultureInfo.InvariantCulture);
        start.Environment["TERM"] = "dumb";
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
        private readonly ConcurrentDictionary<int, Message> _at = new();
        private int _finished;

        public void Hear(int worker, Message message)
        {
            lock (_at)
            {
                if (message.Finished)
                    _finished++;
                if (message.Finished)
                    _at.TryRemove(worker, out _);
                else
                    _at[worker] = message;
                Tell();
            }
        }

        public void Ended(int worker, int code)
        {
            lock (_at)
            {
                _at.TryRemove(worker, out Message? last);
                if (code != 0)
                    Error($"a process that trained {last?.Row ?? "rows"} ended with code {code}; its row is done again here");
                Tell();
            }
        }

        public static void Error(string line) => Console.Error.WriteLine(line);

        private void Tell()
        {
            // Training is most of a row; scoring follows.
            double part = 0.9 * _at.Values.Sum(m => m.Row.StartsWith("train ", StringComparison.Ordinal) ? (double)m.Done / Math.Max(1, m.Total) : 1);
            progress.Report(new ProgressReport("rows", (long)(100 * (_finished + part)), 100L * rows, string.Join(", ", _at.OrderBy(p => p.Key).Select(p => $"{p.Value.Row} {p.Value.Done}/{p.Value.Total}"))));
        }
    }
}
