using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Workbench.Kernel.Protocol;

namespace Workbench.Kernel.Install;

/// <summary>Starts a kernel as a client would, runs cells, interrupts one, ends it; measures each.</summary>
internal static class KernelDoctor
{
    private const int Cells = 20;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60), s_pause = TimeSpan.FromSeconds(2);

    /// <exception cref="IOException">The kernel ended, was too slow, or did not answer as it should; the message says what.</exception>
    public static async Task<KernelCheckup> CheckAsync(
        IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation)
    {
        KernelCheckup checkup = await StartAndCheckAsync(command, environment, TimeSpan.Zero, cancellation).ConfigureAwait(false);
        KernelCheckup later = await StartAndCheckAsync(command, environment, s_pause, cancellation).ConfigureAwait(false);
        return checkup with { FirstCellLater = later.FirstCell };
    }

    private static async Task<KernelCheckup> StartAndCheckAsync(
        IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, TimeSpan pause, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_patience);
        string file = Path.Combine(Path.GetTempPath(), $"workbench-kernel-{Guid.NewGuid():n}.json");
        ConnectionFile connection = KernelClient.WriteConnectionFile(file);
        StringBuilder said = new();
        using Process process = Start(command, file, environment, said);
        _ = process.WaitForExitAsync(limit.Token).ContinueWith(_ => limit.CancelAfter(TimeSpan.FromSeconds(1)), TaskScheduler.Default);
        try
        {
            return await CheckAsync(process, connection, pause, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException(process.HasExited
                ? $"The kernel ended with code {process.ExitCode} instead of answering. {Said(said)}"
                : $"The kernel did not answer within {s_patience.TotalSeconds:0} s. {Said(said)}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            File.Delete(file);
        }
    }

    private static string Said(StringBuilder said)
    {
        lock (said)
            return said.ToString().Trim();
    }

    private static async Task<KernelCheckup> CheckAsync(Process process, ConnectionFile connection, TimeSpan pause, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        await using KernelClient client = await KernelClient.ConnectAsync(connection, cancellation).ConfigureAwait(false);
        await client.RequestAsync("kernel_info_request", [], cancellation).ConfigureAwait(false);
        TimeSpan startUp = Stopwatch.GetElapsedTime(start);
        await Task.Delay(pause, cancellation).ConfigureAwait(false);
        TimeSpan first = await CellAsync(client, "var xs = Enumerable.Range(1, 4).ToArray(); xs.Sum()", "10", cancellation).ConfigureAwait(false);
        List<TimeSpan> trips = [];
        for (int i = 0; i < Cells; i++)
            trips.Add(await CellAsync(client, $"xs[0] + {i}", $"{1 + i}", cancellation).ConfigureAwait(false));
        TimeSpan interrupt = await InterruptAsync(client, cancellation).ConfigureAwait(false);
        await CellAsync(client, "xs.Length", "4", cancellation).ConfigureAwait(false);
        start = Stopwatch.GetTimestamp();
        await client.RequestAsync("shutdown_request", new JsonObject { ["restart"] = false }, cancellation, onControl: true).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        trips.Sort();
        return new KernelCheckup(startUp, first, first, trips[Cells / 2], interrupt, Stopwatch.GetElapsedTime(start));
    }

    private static async Task<TimeSpan> CellAsync(KernelClient client, string code, string expected, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        (JupyterMessage reply, IReadOnlyList<JupyterMessage> published) = await client.ExecuteAsync(code, cancellation).ConfigureAwait(false);
        string found = (string?)published.FirstOrDefault(m => m.Type == "execute_result")?.Content["data"]?["text/plain"] ?? "nothing";
        if (reply.Content.Text("status") != "ok" || found != expected)
            throw new IOException($"The cell '{code}' should have shown {expected}; the reply is {reply.Content.Text("status")}, shown was {found}. {reply.Content.Text("evalue")}");
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<TimeSpan> InterruptAsync(KernelClient client, CancellationToken cancellation)
    {
        (string id, Task<JupyterMessage> reply) = client.Send("execute_request", KernelClient.ExecuteContent("Console.WriteLine(\"on\"); while (true) { }"));
        while (!client.PublishedSoFar(id).Any(m => m.Type == "stream"))
            await Task.Delay(5, cancellation).ConfigureAwait(false);
        long start = Stopwatch.GetTimestamp();
        await client.RequestAsync("interrupt_request", [], cancellation, onControl: true).ConfigureAwait(false);
        JupyterMessage answer = await reply.WaitAsync(cancellation).ConfigureAwait(false);
        return answer.Content.Text("status") == "error" ? Stopwatch.GetElapsedTime(start)
            : throw new IOException($"An interrupted loop should have ended in an error, not in {answer.Content.Text("status")}.");
    }

    private static Process Start(IReadOnlyList<string> command, string file, IReadOnlyDictionary<string, string> environment, StringBuilder said)
    {
        ProcessStartInfo start = new(command[0], [.. command.Skip(1), file]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, e) =>
        {
            lock (said)
                said.AppendLine(e.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
