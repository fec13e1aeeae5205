using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Workbench.Kernel.Protocol;

/// <summary>Questions to the user, one at a time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for owns nothing.")]
internal sealed class InputRequests
{
    private readonly KernelChannels _channels;
    private readonly SemaphoreSlim _one = new(1);
    private TaskCompletionSource<string>? _pending;

    public InputRequests(KernelChannels channels)
    {
        _channels = channels;
        channels.Answer = message =>
        {
            if (message.Type == "input_reply")
                Volatile.Read(ref _pending)?.TrySetResult(message.Content.Text("value"));
        };
    }

    /// <exception cref="OperationCanceledException">The cell was interrupted instead.</exception>
    public async Task<string> AskAsync(JupyterMessage request, string prompt, bool password, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            TaskCompletionSource<string> pending = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _pending, pending);
            _channels.AskStdin(request, new JsonObject { ["prompt"] = prompt, ["password"] = password });
            return await pending.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _pending, null);
            _one.Release();
        }
    }
}
