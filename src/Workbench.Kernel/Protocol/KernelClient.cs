using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Workbench.Kernel.Transport;

namespace Workbench.Kernel.Protocol;

/// <summary>A small client over the real protocol, for the kernel's own checks.</summary>
internal sealed class KernelClient : IAsyncDisposable
{
    private readonly MessageCodec _codec;
    private readonly ZmtpClient _shell, _control, _stdin, _iopub, _heartbeat;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JupyterMessage>> _replies = new();
    private readonly ConcurrentDictionary<string, PublishedMessages> _published = new();

    private KernelClient(string key, ZmtpClient[] sockets)
    {
        _codec = new MessageCodec(key);
        (_shell, _control, _stdin, _iopub, _heartbeat) = (sockets[0], sockets[1], sockets[2], sockets[3], sockets[4]);
        _ = ReadAsync(_shell, m => TakeReply(m));
        _ = ReadAsync(_control, m => TakeReply(m));
        _ = ReadAsync(_stdin, m => _stdin.Send(_codec.Encode(Message("input_reply", new JsonObject { ["value"] = Typed?.Invoke(m.Content) ?? "" }, m.Header))));
        _ = ReadAsync(_iopub, m => _published.GetOrAdd(m.Parent.Text("msg_id"), _ => new PublishedMessages()).Add(m));
    }

    /// <summary>What the user answers to a question (its content).</summary>
    public Func<JsonObject, string>? Typed { get; set; }

    /// <summary>A connection file of ports that are free now, with a fresh key; the file is for its owner only.</summary>
    public static ConnectionFile WriteConnectionFile(string path)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
            listener.Stop();
        ConnectionFile connection = new(IPAddress.Loopback, ports[0], ports[1], ports[2], ports[3], ports[4], Guid.NewGuid().ToString("n"));
        JsonObject json = new()
        {
            ["transport"] = "tcp",
            ["ip"] = connection.Address.ToString(),
            ["signature_scheme"] = "hmac-sha256",
            ["key"] = connection.Key,
            ["shell_port"] = connection.Shell,
            ["iopub_port"] = connection.IOPub,
            ["stdin_port"] = connection.Stdin,
            ["control_port"] = connection.Control,
            ["hb_port"] = connection.Heartbeat,
        };
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using StreamWriter writer = new(path, new UTF8Encoding(false), options);
        writer.Write(json.ToJsonString());
        return connection;
    }

    /// <summary>Connects all sockets, as soon as the kernel listens.</summary>
    public static async Task<KernelClient> ConnectAsync(ConnectionFile connection, CancellationToken cancellation)
    {
        byte[] identity = Guid.NewGuid().ToByteArray();
        identity[0] |= 1; // An identity of a client does not begin with 0.
        (string Type, int Port)[] sockets =
            [("DEALER", connection.Shell), ("DEALER", connection.Control), ("DEALER", connection.Stdin), ("SUB", connection.IOPub), ("REQ", connection.Heartbeat)];
        ZmtpClient[] clients = await Task.WhenAll(sockets.Select(s =>
            ZmtpClient.ConnectAsync(s.Type, connection.Address.ToString(), s.Port, identity, cancellation))).ConfigureAwait(false);
        return new KernelClient(connection.Key, clients);
    }

    /// <summary>Sends a request and waits for its reply.</summary>
    public async Task<JupyterMessage> RequestAsync(string type, JsonObject content, CancellationToken cancellation, bool onControl = false)
    {
        (_, Task<JupyterMessage> reply) = Send(type, content, onControl);
        return await reply.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Sends a request without waiting; its identity, and the reply to come.</summary>
    public (string Id, Task<JupyterMessage> Reply) Send(string type, JsonObject content, bool onControl = false)
    {
        JupyterMessage message = Message(type, content, []);
        string id = message.Header.Text("msg_id");
        TaskCompletionSource<JupyterMessage> reply = _replies.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        (onControl ? _control : _shell).Send(_codec.Encode(message));
        return (id, reply.Task);
    }

    /// <summary>Runs a cell: its reply and everything published for it until the kernel was idle again.</summary>
    public async Task<(JupyterMessage Reply, IReadOnlyList<JupyterMessage> Published)> ExecuteAsync(string code, CancellationToken cancellation)
    {
        (string id, Task<JupyterMessage> reply) = Send("execute_request", ExecuteContent(code));
        JupyterMessage answer = await reply.WaitAsync(cancellation).ConfigureAwait(false);
        return (answer, await PublishedAsync(id, cancellation).ConfigureAwait(false));
    }

    public static JsonObject ExecuteContent(string code) => new()
    {
        ["code"] = code,
        ["silent"] = false,
        ["store_history"] = true,
        ["user_expressions"] = new JsonObject(),
        ["allow_stdin"] = true,
        ["stop_on_error"] = true,
    };

    /// <summary>What was published for a request until the kernel was idle again.</summary>
    public async Task<IReadOnlyList<JupyterMessage>> PublishedAsync(string id, CancellationToken cancellation) =>
        await _published.GetOrAdd(id, _ => new PublishedMessages()).UntilIdle.WaitAsync(cancellation).ConfigureAwait(false);

    /// <summary>What was published for a request so far.</summary>
    public IReadOnlyList<JupyterMessage> PublishedSoFar(string id) => _published.GetOrAdd(id, _ => new PublishedMessages()).SoFar;

    /// <summary>True when the heartbeat comes back as it went.</summary>
    public async Task<bool> BeatAsync(CancellationToken cancellation)
    {
        byte[] beat = Guid.NewGuid().ToByteArray();
        _heartbeat.Send([], beat);
        return (await _heartbeat.ReceiveAsync(cancellation).ConfigureAwait(false))[^1].AsSpan().SequenceEqual(beat);
    }

    /// <summary>Sends frames as they are, also wrong ones.</summary>
    public void SendRaw(params IReadOnlyList<byte[]> frames) => _shell.Send(frames);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (ZmtpClient client in (ZmtpClient[])[_shell, _control, _stdin, _iopub, _heartbeat])
            await client.DisposeAsync().ConfigureAwait(false);
    }

    private JupyterMessage Message(string type, JsonObject content, JsonObject parent) => new([], _codec.NewHeader(type), (JsonObject)parent.DeepClone(), [], content);

    private void TakeReply(JupyterMessage message) =>
        _replies.GetOrAdd(message.Parent.Text("msg_id"), _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(message);

    private async Task ReadAsync(ZmtpClient socket, Action<JupyterMessage> take)
    {
        try
        {
            while (true)
                take(_codec.Decode(await socket.ReceiveAsync(_stop.Token).ConfigureAwait(false)));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            foreach (TaskCompletionSource<JupyterMessage> reply in _replies.Values)
                reply.TrySetException(new IOException("The kernel closed the connection."));
        }
    }
}
