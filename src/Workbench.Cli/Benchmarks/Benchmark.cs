using Workbench.Data;

namespace Workbench.Cli.Benchmarks;

/// <summary>One row of the benchmark table: what of ours is measured against what of the peer's, on the same inputs.</summary>
internal abstract class Benchmark : IDisposable
{
    /// <summary>Short name: the command's argument, the result's file.</summary>
    public abstract string Name { get; }

    /// <summary>The peer's script in tests/peers, without its ending.</summary>
    public virtual string Script => Name.Replace('-', '_');

    /// <summary>What is computed, with its sizes.</summary>
    public abstract string About { get; }

    /// <summary>What it is compared with.</summary>
    public abstract string Peer { get; }

    /// <summary>The ratio (peer's time by ours) that must be reached.</summary>
    public abstract double AtLeast { get; }

    /// <summary>The ratio that is aimed at.</summary>
    public abstract double Aim { get; }

    /// <summary>The largest relative difference between our result and the peer's.</summary>
    public virtual double Tolerance => 1e-4;

    /// <summary>How often one measured turn repeats the work; times are given for one.</summary>
    public virtual int Repeats => 1;

    /// <summary>What limits it, or what a reader must know; empty where nothing.</summary>
    public virtual string Note => "";

    /// <summary>Makes the inputs, written to a file for the peer, and keeps them for <see cref="Run"/>.</summary>
    public abstract IReadOnlyList<NamedArray> Prepare();

    /// <summary>Does the work once.</summary>
    public abstract void Run();

    /// <summary>Numbers to be compared with the peer's: values, sums of gradients.</summary>
    public abstract double[] Result();

    /// <summary>Lets go of the inputs; <see cref="Prepare"/> makes them anew.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
