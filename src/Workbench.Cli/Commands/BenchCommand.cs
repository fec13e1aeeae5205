using System.CommandLine;
using TorchSharp;
using Workbench.Cli.Benchmarks;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench bench</c>: ours against its peers, side by side.</summary>
internal static class BenchCommand
{
    /// <summary>All benchmarks in the order of the table.</summary>
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new LocalLossBenchmark(16, 392, 20, 512, 10, 25),
        new LocalLossBenchmark(64, 392, 20, 512, 1, 1, "local-loss-64", "local_loss_limited"),
        new LocalLossBenchmark(64, 784, 20, 512, 1, 1, "local-loss-64-16", "local_loss_limited"),
        new TrainingStepBenchmark(),
        new HeatMapsBenchmark(),
        new SinkhornBenchmark(),
        new DispatchBenchmark(),
        new OptimiserBenchmark(),
        new EvaluationBenchmark(),
        new AlignmentBenchmark(),
        new FeatureReadBenchmark(),
    ];

    public static Command Create()
    {
        Argument<string[]> names = new("name") { Description = $"Which: {string.Join(", ", All.Select(b => b.Name))}. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong([.. All.Select(b => b.Name)]);
        Option<int> turns = new("--turns") { Description = "How often ours and the peer take turns.", DefaultValueFactory = _ => 7 };
        Option<int> threads = new("--threads") { Description = "Threads of ours and of the peer.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Command command = new("bench", "Measure the workbench against its peers on the same inputs; writes results/bench.") { names, turns, threads };
        command.SetAction((parsed, cancellation) => ConsoleProgress.RunAsync(async progress =>
        {
            torch.set_num_threads(parsed.GetValue(threads));
            string[] chosen = parsed.GetValue(names) ?? [];
            var runner = new BenchmarkRunner(WorkbenchPaths.Locate(), parsed.GetValue(threads), Math.Max(1, parsed.GetValue(turns)));
            foreach (Benchmark benchmark in All.Where(b => chosen.Length == 0 || chosen.Contains(b.Name)))
                await runner.RunAsync(benchmark, progress, cancellation).ConfigureAwait(false);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(runner.WriteTable(All)).ConfigureAwait(false);
            return Shell.Fine;
        }));
        return command;
    }
}
