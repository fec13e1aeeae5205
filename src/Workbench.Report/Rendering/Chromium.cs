using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Workbench.Report.Rendering;

/// <summary>A running Chromium without a window, with one empty page in which plotly.js is loaded.</summary>
/// <remarks>
/// It is started by a shell that gives it its pipes (file descriptors 3 and 4) and removes its profile when it has ended. When this process dies, killed
/// even, the pipes close, and with them Chromium.
/// </remarks>
internal sealed class Chromium : IDisposable
{
    private const string Script = "profile=$1; shift; \"$@\" 3<&0 4>&1 </dev/null >/dev/null; rm -rf -- \"$profile\"";

    private static readonly string[] s_flags =
    [
        "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--hide-scrollbars", "--mute-audio", "--no-first-run",
        "--no-default-browser-check", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--force-color-profile=srgb", "--use-mock-keychain", "--password-store=basic",
    ];

    private readonly Process _process;
    private readonly DevTools _tools;
    private readonly string _profile;
    private readonly Queue<string> _lastLines = new();
    private string _session = "";
    private bool _disposed;

    private Chromium(Process process, string profile)
    {
        (_process, _profile) = (process, profile);
        process.ErrorDataReceived += (_, line) => Remember(line.Data); // Unread, its pipe fills up and Chromium stands still.
        process.BeginErrorReadLine();
        _tools = new DevTools(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        _ = _tools.ListenAsync();
    }

    public bool HasEnded => _disposed || _process.HasExited;

    /// <summary>What it last said on its standard error.</summary>
    public string LastLines
    {
        get
        {
            lock (_lastLines)
                return string.Join(" | ", _lastLines);
        }
    }

    /// <summary>The shell's process id.</summary>
    internal int ProcessId => _process.Id;

    /// <summary>The temporary folder that goes with it.</summary>
    internal string Profile => _profile;

    /// <summary>Starts the program and loads the script into its page.</summary>
    /// <exception cref="IOException">It ended at once or does not speak the protocol.</exception>
    public static async Task<Chromium> StartAsync(string program, string plotly, CancellationToken cancellation)
    {
        string profile = Directory.CreateTempSubdirectory("workbench-chromium-").FullName;
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["-c", Script, "sh", profile, program, .. s_flags, $"--user-data-dir={profile}", "about:blank"])
            start.ArgumentList.Add(argument);
        var browser = new Chromium(Process.Start(start)!, profile);
        try
        {
            JsonObject target = await browser._tools.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancellation).ConfigureAwait(false);
            JsonObject attached = await browser._tools.SendAsync(
                "Target.attachToTarget", new JsonObject { ["targetId"] = (string?)target["targetId"], ["flatten"] = true }, null, cancellation).ConfigureAwait(false);
            browser._session = (string?)attached["sessionId"] ?? throw new IOException("Chromium opened no page.");
            await browser.EvaluateAsync(await File.ReadAllTextAsync(plotly, cancellation).ConfigureAwait(false) + "\n;typeof Plotly", cancellation).ConfigureAwait(false);
            return browser;
        }
        catch (Exception error)
        {
            browser.Dispose();
            throw error is IOException ? new IOException($"{program} did not start: {error.Message} {browser.LastLines}".TrimEnd(), error) : error;
        }
    }

    /// <summary>Runs JavaScript in the page, waits for its promise, and gives its value.</summary>
    /// <exception cref="IOException">The script threw.</exception>
    public async Task<JsonNode?> EvaluateAsync(string script, CancellationToken cancellation)
    {
        JsonObject answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true }, cancellation).ConfigureAwait(false);
        if (answer["exceptionDetails"] is JsonObject thrown)
            throw new IOException($"plotly.js: {(string?)thrown["exception"]?["description"] ?? (string?)thrown["exception"]?["value"]?.ToString() ?? (string?)thrown["text"]}");
        return answer["result"]?["value"];
    }

    /// <summary>A command to the page.</summary>
    public Task<JsonObject> SendAsync(string method, JsonObject parameters, CancellationToken cancellation) => _tools.SendAsync(method, parameters, _session, cancellation);

    /// <summary>Ends it: closing the pipes asks it to, and one that does not go within two seconds is killed with its children.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        try
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(TimeSpan.FromSeconds(2)))
                _process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            // It has ended already.
        }
        _tools.Dispose();
        _process.Dispose();
        try
        {
            if (Directory.Exists(_profile))
                Directory.Delete(_profile, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A child that is still ending holds it; the system clears its temporary folder.
        }
    }

    private void Remember(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 3)
                _lastLines.Dequeue();
        }
    }
}
