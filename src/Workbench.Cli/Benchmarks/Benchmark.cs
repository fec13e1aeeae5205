using Workbench.Data;

namespace Workbench.Cli.Benchmarks;

/// <summary>One row of the benchmark table: what of ours is measured against what of the peer's, on the same inputs.</summary>
internal abstract class Benchmark : IDisposable
{
    /// <summary>Short name: the command's argument, the result's file.</summary>
    public abstract string Name { get; }

    /// <summary>The peer's script in tests/peers, without its ending; null where nothing of Python's is measured.</summary>
    public virtual string? Script => Name.Replace('-', '_');

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

    /// <summary>How many turns are measured at most; null for what the caller says.</summary>
    public virtual int? Turns => null;

    /// <summary>The peer's address space in GB; 0 for no limit.</summary>
    public virtual int PeerLimitGB => 0;

    /// <summary>True: the ratio is our time by the peer's, and small is good.</summary>
    public virtual bool OursByPeer => false;

    /// <summary>By what a process of its own finds it, to measure its memory.</summary>
    public virtual string NameForChild => Name;

    /// <summary>Where it runs.</summary>
    public virtual Place Where => Place.Cpu;

    /// <summary>Memory that must not be exceeded, in MiB, and that is aimed at; null where the row is about time.</summary>
    public virtual MemoryGoal? Memory => null;

    /// <summary>What limits it, or what a reader must know; empty where nothing.</summary>
    public virtual string Note => "";

    /// <summary>Makes the inputs, written to a file for the peer, and keeps them for <see cref="Run"/>.</summary>
    public abstract IReadOnlyList<NamedArray> Prepare();

    /// <summary>Does the work once.</summary>
    public abstract void Run();

    /// <summary>Milliseconds of one turn of a peer of our own, where there is no script; null where there is none.</summary>
    public virtual double? OwnPeer() => null;

    /// <summary>Numbers to be compared with the peer's: values, sums of gradients.</summary>
    public abstract double[] Result();

    /// <summary>Lets go of the inputs; <see cref="Prepare"/> makes them anew.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
