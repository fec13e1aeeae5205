using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Workbench.Data;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Notebooks;

/// <summary>
/// The process that runs one notebook. It reads <see cref="RunOptions"/> as the first line of its input and writes
/// <see cref="WorkerMessage"/>s; "stop" as a later line, or the end of the input, stops it.
/// </summary>
internal static class NotebookWorker
{
    /// <summary>The first argument by which the program is told to be one.</summary>
    public const string Verb = "notebook-worker";

    public static int Run()
    {
        // Ctrl-C reaches the whole group of processes; the parent says what it means.
        using PosixSignalRegistration ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using StreamReader input = new(Console.OpenStandardInput(), Encoding.UTF8);
        using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        RunOptions options = JsonSerializer.Deserialize<RunOptions>(input.ReadLine() ?? "null")
            ?? throw new InvalidOperationException("Run options were expected on standard input.");
        ThreadErrors.Show();
        NotebookRunner runner = new(options) { CellBegins = (cell, cells) => output.WriteLine(new WorkerMessage(cell, cells).ToLine()) };
        bool over = false;
        new Thread(() =>
        {
            while (input.ReadLine() is { } line && line != "stop")
            {
            }
            for (int i = 0; i < 3 && !Volatile.Read(ref over); i++)
            {
                runner.Stop();
                Thread.Sleep(TimeSpan.FromSeconds(3));
            }
            Environment.Exit(130);
        })
        { IsBackground = true }.Start();
        try
        {
            Directory.SetCurrentDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Path))!);
            NotebookRun run = runner.Run(new SessionOptions());
            output.WriteLine(new WorkerMessage(Run: run).ToLine());
            return run.Status == RunStatus.Passed ? 0 : 1;
        }
        catch (Exception e) when (e is IOException or DataFormatException or ArgumentException or UnauthorizedAccessException)
        {
            output.WriteLine(new WorkerMessage(Refused: e.Message).ToLine());
            return 1;
        }
        finally
        {
            Volatile.Write(ref over, true);
        }
    }
}
