using System.Globalization;

namespace Workbench.Cli.Benchmarks;

/// <summary>One call of <c>bench</c>: the benchmarks that were asked for, their files, the page, the figure.</summary>
/// <param name="look">True: nothing is written and no memory measured; a line each is printed.</param>
internal sealed class BenchRun(WorkbenchPaths paths, int threads, int turns, bool look, TextWriter output)
{
    private readonly BenchmarkFiles _files = new(Path.Combine(paths.Results, "bench"));
    private readonly BenchmarkRunner _runner = new(paths.Root, threads, turns) { WithMemory = !look };

    /// <summary>Runs what is named, in the order of the table.</summary>
    public async Task RunAsync(IReadOnlyCollection<string> names, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        foreach (Benchmark benchmark in Catalogue.All.Where(b => names.Contains(b.Name)))
        {
            BenchmarkResult result = await _runner.RunAsync(benchmark, progress, cancellation).ConfigureAwait(false);
            if (look)
                await output.WriteLineAsync(Line(result)).ConfigureAwait(false);
            else
                _files.Write(benchmark.Name, result);
        }

        if (names.Contains(LocalLossProfile.Name))
            await ProfileAsync(progress).ConfigureAwait(false);
        if (names.Contains(Growth.Name) && !look)
        {
            var runner = new GrowthRunner(new BenchmarkRunner(paths.Root, threads, Math.Min(turns, 3)), paths.Root, threads);
            await runner.RunAsync(_files.Read<Growth>(Growth.Name), growth => _files.Write(Growth.Name, growth), progress, cancellation).ConfigureAwait(false);
            await DrawAsync(cancellation).ConfigureAwait(false);
        }

        if (!look)
            await output.WriteLineAsync(WritePage()).ConfigureAwait(false);
    }

    /// <summary>Draws the growth that was measured, where Chromium is at hand.</summary>
    /// <exception cref="FileNotFoundException">None was measured.</exception>
    public async Task DrawAsync(CancellationToken cancellation)
    {
        Growth growth = _files.Read<Growth>(Growth.Name) ?? throw new FileNotFoundException($"{_files.Folder} has no {Growth.Name}.json; ./workbench bench {Growth.Name} measures it.");
        try
        {
            GrowthFigure.Save(growth, paths.Figures, cancellation);
            await output.WriteLineAsync($"results/figures/{GrowthFigure.Name}.svg and .png").ConfigureAwait(false);
        }
        catch (PlatformNotSupportedException error)
        {
            await output.WriteLineAsync($"The growth is not drawn: {error.Message}").ConfigureAwait(false);
        }
    }

    private async Task ProfileAsync(IProgress<ProgressReport> progress)
    {
        LocalLossProfile profile = LocalLossProfile.Take(look ? new LocalLossSize(4, 196, 20) : new LocalLossSize(16, 392, 20), paths.Root, threads, progress);
        if (look)
            await output.WriteLineAsync(profile.Section()).ConfigureAwait(false);
        else
            _files.Write(LocalLossProfile.Name, profile);
    }

    private string WritePage() => BenchmarkTable.Write(
        _files, Catalogue.All,
        [
            .. new[] { _files.Read<LocalLossProfile>(LocalLossProfile.Name)?.Section(), _files.Read<Growth>(Growth.Name)?.Section(), Outlook.Text }.OfType<string>(),
        ]);

    private static string Line(BenchmarkResult r) => string.Create(CultureInfo.InvariantCulture,
        $"{r.Name}: ours {r.Ours:0.###} ms, peer {(r.PeerMilliseconds.Count > 0 ? $"{r.PeerTime:0.###} ms, ratio {r.Ratio:0.00}" : r.PeerMissing ?? "none")}, difference {r.Difference:0.0e0}{(r.Note.Length > 0 ? $". {r.Note}" : "")}");
}
