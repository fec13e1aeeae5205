using System.Diagnostics;

namespace Workbench.Cli.Testing;

/// <summary>Runs one built test project by <c>dotnet test</c> and reads what came of it.</summary>
internal static class TestRunner
{
    private const int TailLines = 25;

    /// <summary>The built test programs of a checkout, by name, dependencies first: Torch, library, command line.</summary>
    /// <exception cref="FileNotFoundException">A test project is not built.</exception>
    public static IReadOnlyList<string> Find(string root)
    {
        List<string> programs = [];
        foreach (string project in Directory.EnumerateFiles(Path.Combine(root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories))
        {
            string name = Path.GetFileNameWithoutExtension(project);
            string program = Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release", "net10.0", name + ".dll");
            if (!File.Exists(program))
                throw new FileNotFoundException($"{name} is not built. Start the tests by ./workbench test, which builds them.", program);
            programs.Add(program);
        }
        programs.Sort((a, b) => string.CompareOrdinal(Order(a), Order(b)));
        return programs;

        static string Order(string program) => Path.GetFileNameWithoutExtension(program) switch
        {
            "Workbench.Torch.Tests" => "0",
            "Workbench.Tests" => "1",
            string name => name,
        };
    }

    /// <summary>
    /// "Sinkhorn" means every test whose full name contains it; what already has an operator is taken as the filter
    /// language of <c>dotnet test</c>.
    /// </summary>
    public static string? FilterOf(string? words) =>
        string.IsNullOrEmpty(words) ? null : words.AsSpan().ContainsAny("=~!&|") ? words : $"FullyQualifiedName~{words}";

    /// <summary>Runs the tests. A test process that dies counts as one more failure, with its last lines.</summary>
    public static async Task<TestReport> RunAsync(
        string program, string? filter, IEnumerable<string> extra, string resultFolder, CancellationToken cancellation)
    {
        string name = Path.GetFileNameWithoutExtension(program);
        string results = Path.Combine(resultFolder, name + ".trx");
        File.Delete(results);
        ProcessStartInfo start = new(Environment.ProcessPath ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "test", program, "--nologo", "--logger", $"trx;LogFileName={name}.trx", "--results-directory", resultFolder },
        };
        foreach (string argument in FilterOf(filter) is { } expression ? ["--filter", expression, .. extra] : extra)
            start.ArgumentList.Add(argument);
        Queue<string> tail = new();
        int exit = await RunProcessAsync(start, tail, Path.Combine(resultFolder, name + ".log"), cancellation).ConfigureAwait(false);
        TestReport report = File.Exists(results) ? TestReport.Read(results) : TestReport.Empty;
        if (exit == 0 || report.Failures.Count > 0 && !tail.Any(l => l.Contains("aborted", StringComparison.OrdinalIgnoreCase)))
            return report;
        TestFailure died = new($"{name} (the test process ended with code {exit} before all tests were done)", string.Join('\n', tail), "");
        return report with { Failures = [.. report.Failures, died] };
    }

    private static async Task<int> RunProcessAsync(ProcessStartInfo start, Queue<string> tail, string log, CancellationToken cancellation)
    {
        using StreamWriter writer = new(log);
        using Process process = new() { StartInfo = start };
        void Take(object sender, DataReceivedEventArgs e)
        {
            if (e.Data is null)
                return;
            lock (tail)
            {
                writer.WriteLine(e.Data);
                tail.Enqueue(e.Data);
                if (tail.Count > TailLines)
                    tail.Dequeue();
            }
        }
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode;
    }
}
