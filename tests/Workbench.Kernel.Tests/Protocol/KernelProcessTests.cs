using System.Diagnostics;
using System.Globalization;
using System.Net;
using Workbench.Kernel.Install;
using Workbench.Kernel.Protocol;
using Workbench.Kernel.Tests.Clients;

namespace Workbench.Kernel.Tests.Protocol;

public sealed class KernelProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(3));

    public void Dispose()
    {
        _folder.Dispose();
        _limit.Dispose();
    }

    [Fact]
    public async Task The_doctor_starts_the_program_runs_and_interrupts_cells_and_ends_it()
    {
        KernelCheckup checkup = await KernelDoctor.CheckAsync([RealClient.Program], Environment(), _limit.Token);
        Assert.All([checkup.StartUp, checkup.FirstCell, checkup.RoundTrip, checkup.Interrupt, checkup.Shutdown], time => Assert.True(time > TimeSpan.Zero));
    }

    [Fact]
    public async Task The_doctor_says_in_the_kernels_words_why_it_did_not_start()
    {
        string script = _folder.File("kernel");
        await File.WriteAllTextAsync(script, "#!/bin/sh\necho the reason >&2\nexit 3\n");
        if (OperatingSystem.IsWindows())
            return; // No such scripts there.
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var error = await Assert.ThrowsAsync<IOException>(() => KernelDoctor.CheckAsync([script], Environment(), _limit.Token));
        Assert.Contains("code 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("the reason", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_listening_socket_of_a_kernel_is_on_loopback()
    {
        if (!OperatingSystem.IsLinux())
            return; // Read from /proc.
        (Process process, KernelClient client) = await StartAsync();
        using (process)
        await using (client)
        {
            await client.ExecuteAsync("1", _limit.Token);
            List<IPAddress> addresses = Listening(process.Id);
            Assert.True(addresses.Count >= 5, $"{addresses.Count} listening sockets were found.");
            Assert.All(addresses, address => Assert.True(IPAddress.IsLoopback(address), $"{address} is listened on."));
            process.Kill();
        }
    }

    [Fact]
    public async Task A_kernel_ends_when_the_process_that_started_it_is_gone()
    {
        using Process parent = Process.Start(OperatingSystem.IsWindows() ? "ping" : "sleep", OperatingSystem.IsWindows() ? "-n 600 127.0.0.1" : "600");
        (Process process, KernelClient client) = await StartAsync(("JPY_PARENT_PID", parent.Id.ToString(CultureInfo.InvariantCulture)));
        using (process)
        await using (client)
        {
            await client.ExecuteAsync("var t = new Thread(() => Thread.Sleep(-1)); t.Start();", _limit.Token); // Not even this holds it.
            Assert.False(process.HasExited);
            parent.Kill();
            await parent.WaitForExitAsync(_limit.Token);
            await process.WaitForExitAsync(_limit.Token);
        }
    }

    [Fact]
    public async Task A_connection_file_for_the_whole_network_is_refused()
    {
        KernelClient.WriteConnectionFile(_folder.File("c.json"));
        await File.WriteAllTextAsync(_folder.File("c.json"), (await File.ReadAllTextAsync(_folder.File("c.json"))).Replace("127.0.0.1", "0.0.0.0", StringComparison.Ordinal));
        using Process process = Process.Start(new ProcessStartInfo(RealClient.Program, _folder.File("c.json")) { RedirectStandardError = true })!;
        Assert.Contains("loopback", await process.StandardError.ReadToEndAsync(_limit.Token), StringComparison.Ordinal);
        await process.WaitForExitAsync(_limit.Token);
        Assert.Equal(1, process.ExitCode);
    }

    private static IReadOnlyDictionary<string, string> Environment() => KernelInstaller.EnvironmentOf(WorkbenchPaths.Locate());

    private async Task<(Process Process, KernelClient Client)> StartAsync(params (string Name, string Value)[] more)
    {
        ConnectionFile connection = KernelClient.WriteConnectionFile(_folder.File("c.json"));
        ProcessStartInfo start = new(RealClient.Program, _folder.File("c.json"));
        foreach ((string name, string value) in Environment().Select(e => (e.Key, e.Value)).Concat(more))
            start.Environment[name] = value;
        Process process = Process.Start(start)!;
        return (process, await KernelClient.ConnectAsync(connection, _limit.Token));
    }

    /// <summary>The local addresses of a process's listening TCP sockets.</summary>
    private static List<IPAddress> Listening(int process)
    {
        HashSet<string> sockets = [];
        foreach (string descriptor in Directory.EnumerateFiles($"/proc/{process}/fd"))
        {
            if (new FileInfo(descriptor).LinkTarget is { } target && target.StartsWith("socket:[", StringComparison.Ordinal))
                sockets.Add(target[8..^1]);
        }
        List<IPAddress> addresses = [];
        foreach (string line in File.ReadLines($"/proc/{process}/net/tcp").Skip(1).Concat(File.Exists($"/proc/{process}/net/tcp6") ? File.ReadLines($"/proc/{process}/net/tcp6").Skip(1) : []))
        {
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            const string listening = "0A";
            if (fields[3] == listening && sockets.Contains(fields[9]))
                addresses.Add(Address(fields[1].Split(':')[0]));
        }
        return addresses;
    }

    /// <summary>Words of 32 bits, each in the machine's order.</summary>
    private static IPAddress Address(string hex)
    {
        byte[] bytes = Convert.FromHexString(hex);
        for (int i = 0; i < bytes.Length; i += 4)
            Array.Reverse(bytes, i, 4);
        return new IPAddress(bytes);
    }
}
