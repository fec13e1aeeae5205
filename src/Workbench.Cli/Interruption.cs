using System.Runtime.InteropServices;

namespace Workbench.Cli;

/// <summary>
/// Turns the first Ctrl-C (or SIGTERM) into a cancelled token, so that work can stop at a good place and save; the
/// second one ends the process as if nobody listened.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly TextWriter _error;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _signals;

    private Interruption(TextWriter error) => _error = error;

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => _source.Token;

    public static Interruption Listen(TextWriter error)
    {
        Interruption interruption = new(error);
        foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            interruption._registrations.Add(PosixSignalRegistration.Create(signal, interruption.OnSignal));
        return interruption;
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref _signals) > 1)
            return; // Not cancelled: the system's default action, the end.
        context.Cancel = true;
        _error.WriteLine("workbench: stopping at the next safe place; once more ends it now");
        _source.Cancel();
    }
}
