namespace Workbench.Kernel.Protocol;

/// <summary>What a kernel published for one request, in order.</summary>
internal sealed class PublishedMessages
{
    private readonly List<JupyterMessage> _messages = [];
    private readonly TaskCompletionSource<IReadOnlyList<JupyterMessage>> _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Everything, once the kernel is idle again.</summary>
    public Task<IReadOnlyList<JupyterMessage>> UntilIdle => _idle.Task;

    public IReadOnlyList<JupyterMessage> SoFar
    {
        get
        {
            lock (_messages)
                return [.. _messages];
        }
    }

    public void Add(JupyterMessage message)
    {
        lock (_messages)
            _messages.Add(message);
        if (message.Type == "status" && message.Content.Text("execution_state") == "idle")
            _idle.TrySetResult(SoFar);
    }
}
