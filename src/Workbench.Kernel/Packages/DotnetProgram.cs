using System.Diagnostics;
using System.Text;

namespace Workbench.Kernel.Packages;

/// <summary>The <c>dotnet</c> that belongs to this process.</summary>
internal static class DotnetProgram
{
    /// <summary>Its path: the one that started us, else the one beside the shared framework.</summary>
    public static string Path { get; } = Find();

    /// <summary>The newest folder of the SDK; null on a machine with the run time only.</summary>
    public static string? SdkFolder
    {
        get
        {
            string sdks = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? ".", "sdk");
            return !Directory.Exists(sdks) ? null : Directory.EnumerateDirectories(sdks)
                .Where(folder => Version.TryParse(System.IO.Path.GetFileName(folder).Split('-')[0], out _))
                .MaxBy(folder => Version.Parse(System.IO.Path.GetFileName(folder).Split('-')[0]));
        }
    }

    /// <summary>Runs it to its end. Null when all went well, else its errors, each once.</summary>
    public static async Task<string?> RunAsync(IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(Path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // What MSBuild hands to its children confuses a dotnet of its own.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) && k != "MSBUILDDISABLENODEREUSE").ToArray())
            start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        StringBuilder output = new();
        process.OutputDataReceived += (_, e) => Append(output, e.Data);
        process.ErrorDataReceived += (_, e) => Append(output, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode == 0)
            return null;
        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] errors = [.. lines.Where(l => l.Contains("error ", StringComparison.Ordinal)).Select(WithoutPath).Distinct().Take(5)];
        return errors.Length > 0 ? string.Join('\n', errors) : string.Join('\n', lines.TakeLast(5));
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
            output.Append(line).Append('\n');
    }

    /// <summary>"error NU1101: …" without the file before it and the project behind it.</summary>
    private static string WithoutPath(string line)
    {
        int at = line.IndexOf("error ", StringComparison.Ordinal), end = line.LastIndexOf(" [", StringComparison.Ordinal);
        return end > at ? line[at..end] : line[at..];
    }

    private static string Find()
    {
        string program = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", program));
        string?[] candidates = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"), Environment.ProcessPath, beside];
        return candidates.FirstOrDefault(p => System.IO.Path.GetFileName(p) == program && File.Exists(p)) ?? program;
    }
}
