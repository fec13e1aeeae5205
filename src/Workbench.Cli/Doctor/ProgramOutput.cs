using System.ComponentModel;
using System.Diagnostics;

namespace Workbench.Cli.Doctor;

/// <summary>What a program of this machine says when asked.</summary>
internal static class ProgramOutput
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Its standard output; null where there is no such program, it fails, or it does not answer within 10 s.</summary>
    public static async Task<string?> ReadAsync(string program, string[] arguments, CancellationToken cancellation, string? folder = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder ?? "" };
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            try
            {
                Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token), error = process.StandardError.ReadToEndAsync(patience.Token);
                await Task.WhenAll(output, error).ConfigureAwait(false);
                await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
                return process.ExitCode == 0 ? await output.ConfigureAwait(false) : null;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancellation.ThrowIfCancellationRequested();
                return null;
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
