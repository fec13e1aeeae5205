using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Workbench.Data;

/// <summary>
/// An ffmpeg or ffprobe at work whose standard output is read. It cannot hang the caller: standard error is drained all the
/// time, and the process is killed on cancellation, on disposal, and when a read gets nothing for longer than the patience.
/// </summary>
internal sealed partial class MediaProcess : IDisposable
{
    private const int KeptLines = 12;

    private readonly string _path;
    private readonly TimeSpan _patience;
    private readonly Process _process;
    private readonly Stream _output;
    private readonly Queue<string> _errors = new();
    private readonly TaskCompletionSource _errorsEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Timer _watchdog;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _registration;
    private volatile bool _stalled;

    /// <param name="path">The file that is read, for messages.</param>
    public MediaProcess(string program, string path, IEnumerable<string> arguments, TimeSpan patience, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        (_path, _patience, _cancellation) = (path, patience, cancellation);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new PlatformNotSupportedException($"{program} cannot be started ({error.Message}). Install ffmpeg (Debian: apt-get install ffmpeg).", error);
        }
        _process.StandardInput.Close();
        _output = _process.StandardOutput.BaseStream;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        _watchdog = new Timer(_ => { _stalled = true; Kill(); });
        _registration = cancellation.Register(Kill);
    }

    /// <summary>Arguments that open a local file and nothing else: no network, no standard input.</summary>
    public static IEnumerable<string> Input(string path) => ["-protocol_whitelist", "file", "-i", "file:" + Path.GetFullPath(path)];

    /// <summary>Refuses what is no file.</summary>
    public static void CheckFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
            throw new DataFormatException(path, "path", Directory.Exists(path) ? "a media file was expected, this is a folder" : "a media file was expected, there is none");
    }

    /// <summary>Fills <paramref name="buffer"/> as far as the output goes; gives the bytes read.</summary>
    public int Read(Span<byte> buffer)
    {
        var done = 0;
        while (done < buffer.Length)
        {
            _watchdog.Change(_patience, Timeout.InfiniteTimeSpan);
            var read = _output.Read(buffer[done..]);
            _watchdog.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (read == 0)
                break;
            done += read;
        }
        CheckAlive();
        return done;
    }

    /// <inheritdoc cref="Read"/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        var done = 0;
        while (done < buffer.Length)
        {
            _watchdog.Change(_patience, Timeout.InfiniteTimeSpan);
            var read = await _output.ReadAsync(buffer[done..], CancellationToken.None).ConfigureAwait(false);
            _watchdog.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (read == 0)
                break;
            done += read;
        }
        CheckAlive();
        return done;
    }

    /// <summary>Waits for the end; gives the exit code. <see cref="LastLines"/> is complete afterwards.</summary>
    public int Finish()
    {
        if (!_process.WaitForExit(_patience) || !_errorsEnded.Task.Wait(_patience))
        {
            _stalled = true;
            Kill();
        }
        CheckAlive();
        return _process.ExitCode;
    }

    /// <summary>The last lines that the program wrote to standard error, in one line; empty where it wrote none.</summary>
    public string LastLines
    {
        get
        {
            lock (_errors)
                return string.Join(" | ", _errors);
        }
    }

    public DataFormatException Error(string place, string what) =>
        new(_path, place, LastLines is { Length: > 0 } lines ? $"{what}; {_process.StartInfo.FileName} says: {lines}" : what);

    public void Dispose()
    {
        _registration.Dispose();
        _watchdog.Dispose();
        Kill();
        _process.WaitForExit(TimeSpan.FromSeconds(5));
        _process.Dispose();
    }

    private void CheckAlive()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_stalled)
            throw Error("stream", $"nothing came for {_patience.TotalSeconds:0.###} s, so {_process.StartInfo.FileName} was stopped");
    }

    private void Keep(string? line)
    {
        if (line is null)
            _errorsEnded.TrySetResult();
        else if (!string.IsNullOrWhiteSpace(line))
            lock (_errors)
            {
                _errors.Enqueue(Address().Replace(line.Trim(), ""));
                if (_errors.Count > KeptLines)
                    _errors.Dequeue();
            }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    [GeneratedRegex(" @ 0x[0-9a-f]+")]
    private static partial Regex Address();
}
