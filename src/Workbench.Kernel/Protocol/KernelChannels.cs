using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Workbench.Kernel.Transport;

namespace Workbench.Kernel.Protocol;

/// <summary>The five sockets of a kernel. What comes is checked and queued; what is refused is logged and forgotten.</summary>
internal sealed class KernelChannels : IAsyncDisposable
{
    private static readonly TimeSpan s_subscriberPatience = TimeSpan.FromSeconds(1.5);
    private readonly RouterSocket _shell, _control, _stdin;
    private readonly PublisherSocket _iopub;
    private readonly EchoSocket _heartbeat;
    private readonly MessageCodec _codec;
    private readonly Action<string> _log;
    private int _waited;

    public KernelChannels(ConnectionFile connection, Action<string> log)
    {
        _log = log;
        _codec = new MessageCodec(connection.Key);
        // The sockets that a client looks at first come last, when everything else is there.
        _heartbeat = new EchoSocket(connection.Address, connection.Heartbeat, log);
        _iopub = new PublisherSocket(connection.Address, connection.IOPub, log);
        _stdin = new RouterSocket(connection.Address, connection.Stdin, frames => Take(frames, m => Answer?.Invoke(m)), log);
        _control = new RouterSocket(connection.Address, connection.Control, frames => Take(frames, Control.Add), log);
        _shell = new RouterSocket(connection.Address, connection.Shell, frames => Take(frames, Shell.Add), log);
        Ports = new JsonObject
        {
            ["shell_port"] = _shell.Port,
            ["iopub_port"] = _iopub.Port,
            ["stdin_port"] = _stdin.Port,
            ["control_port"] = _control.Port,
            ["hb_port"] = _heartbeat.Port,
        };
    }

    public BlockingCollection<JupyterMessage> Shell { get; } = [];

    public BlockingCollection<JupyterMessage> Control { get; } = [];

    /// <summary>What the user typed, on the stdin channel.</summary>
    public Action<JupyterMessage>? Answer { get; set; }

    public JsonObject Ports { get; }

    /// <summary>
    /// Waits, once, until a client listens to what is published: it connects its sockets in no order, and the answer to a
    /// first request that comes before the subscription would be lost, for which clients then wait for ever.
    /// </summary>
    public void WaitForSubscriber()
    {
        if (Interlocked.Exchange(ref _waited, 1) == 0 && !_iopub.WaitForSubscriber(s_subscriberPatience))
            _log("no client has subscribed to iopub");
    }

    public void ReplyShell(JupyterMessage request, string type, JsonObject content) => Reply(_shell, request, type, content);

    public void ReplyControl(JupyterMessage request, string type, JsonObject content) => Reply(_control, request, type, content);

    /// <summary>Asks on the stdin channel the client that sent the request.</summary>
    public void AskStdin(JupyterMessage request, JsonObject content) => Reply(_stdin, request, "input_request", content);

    public void Publish(JsonObject parent, string type, JsonObject content) => _iopub.Send(_codec.Encode(
        new JupyterMessage([Encoding.ASCII.GetBytes(type)], _codec.NewHeader(type), (JsonObject)parent.DeepClone(), [], content)));

    public async ValueTask DisposeAsync()
    {
        foreach (ZmtpServer socket in (ZmtpServer[])[_shell, _control, _stdin, _iopub, _heartbeat])
            await socket.DisposeAsync().ConfigureAwait(false);
    }

    private void Reply(RouterSocket socket, JupyterMessage request, string type, JsonObject content) => socket.Send(_codec.Encode(
        new JupyterMessage(request.Identities, _codec.NewHeader(type), (JsonObject)request.Header.DeepClone(), [], content)));

    private void Take(byte[][] frames, Action<JupyterMessage> take)
    {
        try
        {
            take(_codec.Decode(frames));
        }
        catch (BadMessageException e)
        {
            _log($"a message was refused: {e.Message}");
        }
    }
}
