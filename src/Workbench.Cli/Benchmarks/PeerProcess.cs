using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Workbench.Cli.Benchmarks;

/// <summary>
/// A script of tests/peers, waiting to be told to run. It prints one line of JSON when it is ready (its versions, its result), then for each
/// line it reads the milliseconds of one turn; at the end of its input the memory that its work needed, in MiB.
/// </summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process, string versions, double[] result) => (_process, Versions, Result) = (process, versions, result);

    public string Versions { get; }

    public double[] Result { get; }

    /// <summary>Starts a peer; null with the reason where it is not to be had here.</summary>
    public static async Task<(PeerProcess? Peer, string? Missing)> StartAsync(string script, string inputs, int threads, int repeats, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation)
    {
        string python = Environment.GetEnvironmentVariable("WORKBENCH_PYTHON") is { Length: > 0 } named ? named : File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { script, inputs, threads.ToString(CultureInfo.InvariantCulture), repeats.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        foreach ((string key, string value) in environment)
            start.Environment[key] = value;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "python3 is not installed");
        }

        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        string? ready = await process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false);
        if (ready is null)
        {
            string why = (await errors.ConfigureAwait(false)).Trim().Split('\n')[^1];
            process.Dispose();
            return (null, why.Length == 0 ? "the peer ended without a word" : why);
        }

        using JsonDocument json = JsonDocument.Parse(ready);
        return (new PeerProcess(process, json.RootElement.GetProperty("versions").GetString()!, [.. json.RootElement.GetProperty("result").EnumerateArray().Select(v => v.GetDouble())]), null);
    }

    /// <summary>One turn, in milliseconds.</summary>
    public async Task<double> RunAsync(CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync("run".AsMemory(), cancellation).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync(cancellation).ConfigureAwait(false);
        string line = await _process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException("The peer ended in the middle of the benchmark.");
        return double.Parse(line, CultureInfo.InvariantCulture);
    }

    /// <summary>Ends it; the memory that its work needed, in MiB.</summary>
    public async Task<double> EndAsync(CancellationToken cancellation)
    {
        _process.StandardInput.Close();
        string? line = await _process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false);
        return line is null ? double.NaN : double.Parse(line, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
