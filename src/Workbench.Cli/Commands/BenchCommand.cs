using System.CommandLine;
using System.Globalization;
using TorchSharp;
using Workbench.Cli.Benchmarks;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench bench</c>: ours against its peers, side by side.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        Argument<string[]> names = new("name") { Description = $"Which: {string.Join(", ", Catalogue.All.Select(b => b.Name))}. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong([.. Catalogue.All.Select(b => b.Name)]);
        Option<int> turns = new("--turns") { Description = "How often ours and the peer take turns.", DefaultValueFactory = _ => 7 };
        Option<bool> quick = new("--quick") { Description = "Two turns, no memory, nothing written: a look, not a result." };
        Option<int> threads = new("--threads") { Description = "Threads of ours and of the peer.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string?> memoryOf = new("--memory-of") { Description = "Print the memory that one benchmark of ours needs in this process.", Hidden = true };
        Command command = new("bench", "Measure the workbench against its peers on the same inputs; writes results/bench.") { names, turns, quick, threads, memoryOf };
        command.SetAction((parsed, cancellation) =>
        {
            torch.set_num_threads(parsed.GetValue(threads));
            if (parsed.GetValue(memoryOf) is { } one)
                return Task.FromResult(PrintMemory(one, parsed.InvocationConfiguration.Output));
            string[] chosen = parsed.GetValue(names) ?? [];
            bool look = parsed.GetValue(quick);
            WorkbenchPaths paths = WorkbenchPaths.Locate();
            var files = new BenchmarkFiles(Path.Combine(paths.Results, "bench"));
            var runner = new BenchmarkRunner(paths.Root, parsed.GetValue(threads), look ? 2 : Math.Max(1, parsed.GetValue(turns))) { WithMemory = !look };
            return ConsoleProgress.RunAsync(async progress =>
            {
                foreach (Benchmark benchmark in Catalogue.All.Where(b => chosen.Length == 0 || chosen.Contains(b.Name)))
                {
                    BenchmarkResult result = await runner.RunAsync(benchmark, progress, cancellation).ConfigureAwait(false);
                    if (look)
                        await parsed.InvocationConfiguration.Output.WriteLineAsync(Line(result)).ConfigureAwait(false);
                    else
                        files.Write(benchmark.Name, result);
                }

                if (!look)
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(BenchmarkTable.Write(files, Catalogue.All, [])).ConfigureAwait(false);
                return Shell.Fine;
            });
        });
        return command;
    }

    private static string Line(BenchmarkResult r) => string.Create(CultureInfo.InvariantCulture,
        $"{r.Name}: ours {r.Ours:0.###} ms, peer {(r.PeerMilliseconds.Count > 0 ? $"{r.PeerTime:0.###} ms, ratio {r.Ratio:0.00}" : r.PeerMissing ?? "none")}, difference {r.Difference:0.0e0}{(r.Note.Length > 0 ? $". {r.Note}" : "")}");

    private static int PrintMemory(string name, TextWriter output)
    {
        using Benchmark benchmark = Catalogue.Find(name);
        benchmark.Prepare();
        output.WriteLine(MemoryPeak.OfThisProcess(benchmark.Run).ToString("R", CultureInfo.InvariantCulture));
        return Shell.Fine;
    }
}
