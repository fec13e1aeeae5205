using System.CommandLine;
using System.Globalization;
using TorchSharp;
using Workbench.Cli.Benchmarks;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench bench</c>: ours against its peers, side by side.</summary>
internal static class BenchCommand
{
    private const string GrowthName = Growth.Name, ProfileName = LocalLossProfile.Name;

    public static Command Create()
    {
        string[] known = [.. Catalogue.All.Select(b => b.Name), GrowthName, ProfileName];
        Argument<string[]> names = new("name") { Description = $"Which: {string.Join(", ", known)}. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong(known);
        Option<int> turns = new("--turns") { Description = "How often ours and the peer take turns.", DefaultValueFactory = _ => 7 };
        Option<bool> quick = new("--quick") { Description = "Two turns, no memory, nothing written: a look, not a result." };
        Option<bool> figure = new("--figure") { Description = "Only draw results/figures/local-loss-growth from the growth that was measured." };
        Option<int> threads = new("--threads") { Description = "Threads of ours and of the peer.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string?> memoryOf = new("--memory-of") { Description = "Print the memory that one benchmark of ours needs in this process.", Hidden = true };
        Command command = new("bench", "Measure the workbench against its peers on the same inputs; writes results/bench.") { names, turns, quick, figure, threads, memoryOf };
        command.SetAction((parsed, cancellation) =>
        {
            torch.set_num_threads(parsed.GetValue(threads));
            if (parsed.GetValue(memoryOf) is { } one)
                return Task.FromResult(PrintMemory(one, parsed.InvocationConfiguration.Output));
            WorkbenchPaths paths = WorkbenchPaths.Locate();
            var run = new BenchRun(paths, parsed.GetValue(threads), parsed.GetValue(quick) ? 2 : Math.Max(1, parsed.GetValue(turns)), parsed.GetValue(quick), parsed.InvocationConfiguration.Output);
            return ConsoleProgress.RunAsync(async progress =>
            {
                if (parsed.GetValue(figure))
                    await run.DrawAsync(cancellation).ConfigureAwait(false);
                else
                    await run.RunAsync(parsed.GetValue(names) is { Length: > 0 } chosen ? chosen : known, progress, cancellation).ConfigureAwait(false);
                return Shell.Fine;
            });
        });
        return command;
    }

    private static int PrintMemory(string name, TextWriter output)
    {
        using Benchmark benchmark = Catalogue.Find(name);
        benchmark.Prepare();
        output.WriteLine(MemoryPeak.OfThisProcess(benchmark.Run).ToString("R", CultureInfo.InvariantCulture));
        return Shell.Fine;
    }
}
