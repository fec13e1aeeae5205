using Workbench.Torch;

namespace Workbench.Experiments;

/// <summary>Where a run's files go and what is noted about the machine; nothing here changes its numbers.</summary>
public sealed record RowRunnerOptions
{
    /// <summary>Where run files go (results/runs).</summary>
    public required string RunFolder { get; init; }

    /// <summary>Where checkpoints go; a run goes on from one that the same code wrote for the same settings.</summary>
    public required string CheckpointFolder { get; init; }

    /// <summary>
    /// Take a run file of the same settings that <see cref="RunFolder"/> has, whatever code wrote it: the file says which. Nothing is trained or scored then.
    /// </summary>
    public bool Reuse { get; init; }

    /// <summary>
    /// Threads of libtorch while something is trained or scored; null: as many as it has then. With a fixed number, and the same libtorch, a run gives the
    /// same on any number of cores.
    /// </summary>
    public int? Threads { get; init; }

    /// <summary>The workbench's own folders, and what is to be noted about this machine.</summary>
    /// <param name="paths">Whose folders.</param>
    /// <param name="command">The command that repeats it.</param>
    /// <param name="runFolder">Where run files go; null: results/runs.</param>
    /// <param name="reuse"><see cref="Reuse"/>.</param>
    public static RowRunnerOptions Of(WorkbenchPaths paths, string? command, string? runFolder = null, bool reuse = false)
    {
        ArgumentNullException.ThrowIfNull(paths);
        TorchDescription torch = TorchRuntime.Describe();
        return new RowRunnerOptions
        {
            RunFolder = runFolder ?? paths.Runs,
            CheckpointFolder = Path.Combine(paths.Cache, "checkpoints"),
            Reuse = reuse,
            Command = command,
            Host = HostFacts.Read(torch.Version),
            TorchVersion = $"{torch.Version}, CPU {torch.CpuCapability}",
            Commit = SourceCommit.Of(paths.Root),
        };
    }

    public string? Command { get; init; }
    public HostFacts? Host { get; init; }

    /// <summary>libtorch and what of the processor it uses; a run file says the threads behind it.</summary>
    public string? TorchVersion { get; init; }

    public string? Commit { get; init; }
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Identifies the compiled library: a checkpoint of other code is not continued.</summary>
    public string CodeVersion { get; init; } = typeof(RowRunnerOptions).Module.ModuleVersionId.ToString("N")[..8];
}
