using System.ComponentModel;
using System.Diagnostics;

namespace Workbench.Data;

/// <summary>A running ffmpeg or ffprobe: its output is read as it comes, its messages are drained so that it cannot block, and it never outlives its reader.</summary>
internal sealed class MediaProcess : IDisposable
{
    private const int KeptLines = 6;
    private readonly Process process;
    private readonly Task<string> messages;

    private MediaProcess(Process process)
    {
        this.process = process;
        messages = Task.Run(LastLinesAsync);
    }

    public int ExitCode => process.ExitCode;

    public Stream Output => process.StandardOutput.BaseStream;

    /// <exception cref="PlatformNotSupportedException">The program is not installed.</exception>
    public static MediaProcess Start(string program, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in arguments)
            info.ArgumentList.Add(argument);
        try
        {
            return new MediaProcess(Process.Start(info)!);
        }
        catch (Win32Exception e)
        {
            throw new PlatformNotSupportedException($"{program} cannot be started ({e.Message}); on Debian: apt install ffmpeg", e);
        }
    }

    /// <summary>Reads until the buffer is full or the output ends; the number of bytes read.</summary>
    /// <exception cref="DataFormatException">Nothing came for <paramref name="stall"/>.</exception>
    public async Task<int> FillAsync(Memory<byte> buffer, TimeSpan stall, string path, CancellationToken cancellation)
    {
        int filled = 0;
        while (filled < buffer.Length)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(stall);
            try
            {
                int read = await Output.ReadAsync(buffer[filled..], patience.Token).ConfigureAwait(false);
                if (read == 0)
                    break;
                filled += read;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new DataFormatException(path, "decoding", $"{process.StartInfo.FileName} sent nothing for {stall.TotalSeconds:0} s and was stopped");
            }
        }
        return filled;
    }

    /// <summary>Waits for the end; the last lines the program wrote to its standard error.</summary>
    public async Task<string> FinishAsync(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return await messages.ConfigureAwait(false);
    }

    public void Dispose()
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended in between.
        }
        process.Dispose();
    }

    private async Task<string> LastLinesAsync()
    {
        var lines = new Queue<string>();
        try
        {
            while (await process.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                if (lines.Count == KeptLines)
                    lines.Dequeue();
                lines.Enqueue(line);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Killed while it wrote.
        }
        return lines.Count > 0 ? string.Join(" | ", lines) : "it said nothing";
    }
}
