using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Workbench.Kernel.Engine;
using Workbench.Kernel.Protocol;

namespace Workbench.Kernel.Tests.Protocol;

/// <summary>A kernel in this process and a client of it, over real sockets.</summary>
internal sealed class TestKernel : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);
    private readonly NotebookSession _session = new(new SessionOptions());
    private readonly CancellationTokenSource _limit = new(s_patience);
    private readonly KernelServer _server;

    private TestKernel()
    {
        _server = new KernelServer(new ConnectionFile(IPAddress.Loopback, 0, 0, 0, 0, 0, Key), _session, Log.Enqueue);
        Connection = new ConnectionFile(IPAddress.Loopback, Port("shell"), Port("iopub"), Port("stdin"), Port("control"), Port("hb"), Key);
        int Port(string name) => (int)_server.Ports[name + "_port"]!;
    }

    public string Key { get; } = Guid.NewGuid().ToString();

    public ConnectionFile Connection { get; }

    /// <summary>What the kernel wrote about refused peers and messages.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public KernelClient Client { get; private set; } = null!;

    public CancellationToken Limit => _limit.Token;

    public Task Ended => _server.Ended;

    public static async Task<TestKernel> StartAsync()
    {
        TestKernel kernel = new();
        kernel.Client = await KernelClient.ConnectAsync(kernel.Connection, kernel.Limit);
        return kernel;
    }

    public Task<(JupyterMessage Reply, IReadOnlyList<JupyterMessage> Published)> ExecuteAsync(string code) => Client.ExecuteAsync(code, Limit);

    public async Task<JsonObject> RequestAsync(string type, JsonObject? content = null, bool onControl = false) =>
        (await Client.RequestAsync(type, content ?? [], Limit, onControl)).Content;

    /// <summary>Runs a cell that must end well; its value as text.</summary>
    public async Task<string?> EvaluateAsync(string code)
    {
        (JupyterMessage reply, IReadOnlyList<JupyterMessage> published) = await ExecuteAsync(code);
        Assert.Equal("ok", reply.Content.Text("status"));
        return (string?)published.FirstOrDefault(m => m.Type == "execute_result")?.Content["data"]?["text/plain"];
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _server.DisposeAsync();
        _session.Dispose();
        _limit.Dispose();
    }
}
