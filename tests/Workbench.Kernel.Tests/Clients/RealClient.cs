using System.Diagnostics;
using System.Text;
using Workbench.Kernel.Install;

namespace Workbench.Kernel.Tests.Clients;

/// <summary>Runs clients against the kernel that was built with these tests.</summary>
internal static class RealClient
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(8);

    /// <summary>The kernel's own program beside the tests.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Workbench.Kernel.exe" : "Workbench.Kernel");

    /// <summary>The folder of scripts for clients.</summary>
    public static string Scripts => Path.Combine(WorkbenchPaths.Locate().Root, "tests", "clients");

    public static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Runs a client that finds our kernel in a Jupyter folder below <paramref name="folder"/>; what it printed.</summary>
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        WorkbenchPaths paths = WorkbenchPaths.Locate();
        string jupyter = Path.Combine(folder, "jupyter");
        KernelInstaller.Install(Path.Combine(jupyter, "kernels"), [], Program, KernelInstaller.EnvironmentOf(paths));
        ProcessStartInfo start = new(OnPath(program)!, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach ((string name, string value) in KernelInstaller.EnvironmentOf(paths))
            start.Environment[name] = value;
        start.Environment["JUPYTER_PATH"] = jupyter;
        start.Environment["JUPYTER_CONFIG_DIR"] = start.Environment["JUPYTER_DATA_DIR"] = start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder, "own");
        start.Environment["IPYTHONDIR"] = Path.Combine(folder, "ipython");
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        StringBuilder said = new();
        void Take(object sender, DataReceivedEventArgs e)
        {
            lock (said)
                said.Append(e.Data).Append('\n');
        }
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenSource limit = new(s_patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end within {s_patience.TotalMinutes} min:\n{said}");
        }
        Assert.True(process.ExitCode == 0, $"{program} ended with code {process.ExitCode}:\n{said}");
        return said.ToString();
    }
}
