using System.CommandLine;
using System.Diagnostics;
using Workbench.Cli.Testing;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench test</c>: runs what the launcher built and sums up over the test projects.</summary>
internal static class TestCommand
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        Command command = new(
            "test",
            "Build and run all tests. The first word chooses by name (`test Sinkhorn`) or is a filter of `dotnet test`; the rest is passed on to it.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellation) => RunAsync(WorkbenchPaths.Locate(), parsed.UnmatchedTokens, parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(WorkbenchPaths paths, IReadOnlyList<string> words, TextWriter output, CancellationToken cancellation)
    {
        string? filter = words.Count > 0 && !words[0].StartsWith('-') ? words[0] : null;
        IEnumerable<string> extra = words.Skip(filter is null ? 0 : 1);
        string results = Path.Combine(paths.Cache, "test-results");
        Directory.CreateDirectory(results);
        List<TestReport> reports = [];
        foreach (string program in TestRunner.Find(paths.Root))
        {
            string name = Path.GetFileNameWithoutExtension(program);
            await output.WriteLineAsync($"{name} …").ConfigureAwait(false);
            long start = Stopwatch.GetTimestamp();
            TestReport report = await TestRunner.RunAsync(program, filter, extra, results, cancellation).ConfigureAwait(false);
            Print(output, name, report, Stopwatch.GetElapsedTime(start));
            reports.Add(report);
        }
        int passed = reports.Sum(r => r.Passed), failed = reports.Sum(r => r.Failures.Count), skipped = reports.Sum(r => r.SkippedCount);
        if (passed + failed + skipped == 0)
            await output.WriteLineAsync($"No test matches {filter ?? "that"}.").ConfigureAwait(false);
        await output.WriteLineAsync($"{passed} passed, {failed} failed, {skipped} skipped").ConfigureAwait(false);
        return failed == 0 && passed + skipped > 0 ? Shell.Fine : Shell.Failed;
    }

    private static void Print(TextWriter output, string name, TestReport report, TimeSpan time)
    {
        foreach (TestFailure failure in report.Failures)
            output.WriteLine($"  FAILED {failure.Name}\n{Indented(failure.Message)}\n{Indented(failure.Stack)}".TrimEnd());
        foreach ((string reason, IReadOnlyList<string> names) in report.Skipped)
            output.WriteLine($"  skipped {names.Count}: {reason}");
        foreach ((string test, TimeSpan taken) in report.Slowest.Where(s => s.Time >= Slow))
            output.WriteLine($"  slow {taken.TotalSeconds,5:0.0} s: {test}");
        output.WriteLine($"  {name}: {report.Passed} passed, {report.Failures.Count} failed, {report.SkippedCount} skipped in {time.TotalSeconds:0.0} s");
    }

    private static string Indented(string text) => string.Join('\n', text.TrimEnd().Split('\n').Select(line => "    " + line.TrimEnd()));
}
