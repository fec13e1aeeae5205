using System.Diagnostics;
using System.Globalization;
using System.Text;
using Workbench.Experiments;
using Workbench.Models;
using Workbench.Torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>
/// The local loss before and after, operator by operator, in one run: the direct path; the factorised path composed of libtorch's operators;
/// the factorised path with the shim's.
/// </summary>
internal sealed record LocalLossProfile(string Size, double GigaflopOfFactorised, IReadOnlyList<PathProfile> Paths, HostFacts Host, int Threads, string? Commit)
{
    /// <summary>The file's name in results/bench.</summary>
    public const string Name = "profile";

    private const int Rows = 8, Kept = 20;

    /// <summary>Takes the three profiles.</summary>
    public static LocalLossProfile Take(LocalLossSize size, string root, int threads, IProgress<ProgressReport> progress)
    {
        var paths = new List<PathProfile>();
        foreach ((string name, AttentionPath path, bool native) in new[] { ("direct", AttentionPath.Direct, true), ("factorised, composed of libtorch's operators", AttentionPath.Factorised, false), ("factorised, with the shim's operators", AttentionPath.Factorised, true) })
        {
            paths.Add(Of(name, size, path, native));
            progress.Report(new ProgressReport("profile", paths.Count, 3, name));
        }

        return new LocalLossProfile(size.ToString(), Gigaflop(size), paths, HostFacts.Read(TorchRuntime.Describe().Version), threads, SourceCommit.Of(root));
    }

    /// <summary>The section of the table's page.</summary>
    public string Section()
    {
        var text = new StringBuilder("## Where the time goes\n\n");
        text.Append(CultureInfo.InvariantCulture, $"One step of the local loss, forward and backward, {Size}, by libtorch's own marks (`./workbench bench profile`); an operator's own time, without those it calls.\n");
        foreach (PathProfile path in Paths)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{path.Path}**: {path.Milliseconds:0} ms ({path.MarkedMilliseconds:0} with the marks)\n\n| operator | calls | own ms | share |\n|---|---|---|---|\n");
            foreach (OperatorTime o in path.Operators.Take(Rows))
                text.Append(CultureInfo.InvariantCulture, $"| `{Short(o.Name)}` | {o.Calls} | {o.SelfMilliseconds:0} | {100 * o.SelfMilliseconds / path.MarkedMilliseconds:0} % |\n");
            double rest = path.MarkedMilliseconds - path.Operators.Take(Rows).Sum(o => o.SelfMilliseconds);
            text.Append(CultureInfo.InvariantCulture, $"| everything else, managed code included | | {rest:0} | {100 * rest / path.MarkedMilliseconds:0} % |\n");
        }

        double reached = GigaflopOfFactorised / (Paths[^1].Milliseconds / 1e3);
        text.Append(CultureInfo.InvariantCulture, $"\nThe factorised step needs {GigaflopOfFactorised:0} Gflop (multiplications and additions of its products, forward and backward, the blocks of the attention computed again included): {reached:0} Gflop/s reached, of about 135 that large products reach on these two cores.\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{Host}; {Threads} threads; commit {Commit?[..Math.Min(12, Commit.Length)] ?? "unknown"}.\n");
        return text.ToString();
    }

    private static PathProfile Of(string name, LocalLossSize size, AttentionPath path, bool native)
    {
        bool before = NativeOperators.Enabled;
        NativeOperators.Enabled = native;
        try
        {
            using var benchmark = new LocalLossBenchmark(size) { Path = path };
            benchmark.Prepare();
            benchmark.Run();
            double plain = Enumerable.Range(0, 3).Select(_ => Milliseconds(benchmark.Run)).Order().ElementAt(1);
            double marked = 0;
            IReadOnlyList<OperatorTime> times = OperatorProfile.Of(() => marked = Milliseconds(benchmark.Run));
            return new PathProfile(name, plain, marked, [.. times.Take(Kept)]);
        }
        finally
        {
            NativeOperators.Enabled = before;
        }
    }

    /// <summary>
    /// Multiplications and additions of the products of one factorised step: all pairs' scores and their text side (R·K·D each way), the
    /// attention of R regions over R regions in K coordinates, the second score (J = 2K coordinates), the words' self-attention; a backward
    /// step costs twice its forward one, the fused attention two and a half times, since it forms its weights again.
    /// </summary>
    internal static double Gigaflop(LocalLossSize s)
    {
        double pairs = (double)s.Batch * s.Batch, r = s.Regions, k = s.Words, d = s.Width, j = 2 * k;
        double wide = 2 * r * k * d * 2; // Scores, and the words' mixture of regions.
        double words = 2 * k * d * 4 * d + 2 * 2 * k * k * d; // The words' self-attention: projections of K rows of each pair.
        double attention = 2 * r * r * k * 2, coordinates = (2 * r * k * k) + (2 * r * j * k) + (2 * r * j * j) + (2 * k * j * d);
        return pairs * ((3 * (wide + words + coordinates)) + (3.5 * attention)) / 1e9;
    }

    private static string Short(string name) => name.Replace("autograd::engine::evaluate_function: ", "backward: ", StringComparison.Ordinal);

    private static double Milliseconds(Action work)
    {
        long begun = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }
}
