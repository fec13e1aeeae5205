using System.Text.Json.Nodes;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Protocol;

/// <summary>
/// The kernel as clients see it, protocol 5.3. Requests of the shell channel are served one after the other on one
/// thread; those of the control channel (interrupt, shutdown) at once on another.
/// </summary>
internal sealed class KernelServer : IAsyncDisposable
{
    private readonly NotebookSession _session;
    private readonly KernelChannels _channels;
    private readonly ExecuteRequests _execute;
    private readonly ShellRequests _requests;
    private readonly Action<string> _log;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public KernelServer(ConnectionFile connection, NotebookSession session, Action<string> log)
    {
        (_session, _log) = (session, log);
        _channels = new KernelChannels(connection, log);
        _execute = new ExecuteRequests(session, _channels, new InputRequests(_channels));
        _requests = new ShellRequests(session, _execute, _channels);
        new Thread(Shell) { IsBackground = true, Name = "shell" }.Start();
        new Thread(Control) { IsBackground = true, Name = "control" }.Start();
        _channels.Publish([], "status", Status("starting"));
    }

    /// <summary>Done when a client has asked for the end.</summary>
    public Task Ended => _ended.Task;

    public JsonObject Ports => _channels.Ports;

    public async ValueTask DisposeAsync()
    {
        _channels.Shell.CompleteAdding();
        _channels.Control.CompleteAdding();
        await _channels.DisposeAsync().ConfigureAwait(false);
    }

    private static JsonObject Status(string state) => new() { ["execution_state"] = state };

    private void Shell()
    {
        foreach (JupyterMessage message in _channels.Shell.GetConsumingEnumerable())
        {
            bool goOn = true;
            Serve(message, () => goOn = ServeShell(message));
            if (goOn)
                continue;
            // What waits now was sent before the error was known. What comes later was not.
            List<JupyterMessage> waiting = [];
            while (_channels.Shell.TryTake(out JupyterMessage? next))
                waiting.Add(next);
            foreach (JupyterMessage next in waiting)
                Serve(next, () => AbortOrServe(next));
        }
    }

    private void AbortOrServe(JupyterMessage message)
    {
        if (message.Type == "execute_request")
            _execute.Abort(message);
        else
            ServeShell(message);
    }

    private bool ServeShell(JupyterMessage message)
    {
        if (message.Type == "execute_request")
            return _execute.Run(message);
        if (message.Type == "shutdown_request")
            Shutdown(message, _channels.ReplyShell);
        else if (_requests.Answer(message) is { } content)
            _channels.ReplyShell(message, message.Type.Replace("_request", "_reply", StringComparison.Ordinal), content);
        return true;
    }

    private void Control()
    {
        foreach (JupyterMessage message in _channels.Control.GetConsumingEnumerable())
            Serve(message, () => ServeControl(message));
    }

    private void ServeControl(JupyterMessage message)
    {
        switch (message.Type)
        {
            case "interrupt_request":
                _session.Interrupt();
                _channels.ReplyControl(message, "interrupt_reply", new JsonObject { ["status"] = "ok" });
                break;
            case "shutdown_request":
                Shutdown(message, _channels.ReplyControl);
                break;
            case "kernel_info_request":
                _channels.ReplyControl(message, "kernel_info_reply", ShellRequests.KernelInfo());
                break;
            default:
                _log($"control: a message of type {message.Type} is not known here");
                break;
        }
    }

    private void Shutdown(JupyterMessage message, Action<JupyterMessage, string, JsonObject> reply)
    {
        JsonObject content = new() { ["status"] = "ok", ["restart"] = message.Content.Flag("restart", false) };
        reply(message, "shutdown_reply", (JsonObject)content.DeepClone());
        _channels.Publish(message.Header, "shutdown_reply", content);
        _ended.TrySetResult();
    }

    /// <summary>Every request is between busy and idle, whatever becomes of it.</summary>
    private void Serve(JupyterMessage message, Action serve)
    {
        _channels.WaitForSubscriber();
        _channels.Publish(message.Header, "status", Status("busy"));
        try
        {
            serve();
        }
        catch (Exception e)
        {
            _log($"{message.Type}: {e}");
        }
        _channels.Publish(message.Header, "status", Status("idle"));
    }
}
