using Workbench.Torch.Interop;

namespace TorchSharp;

/// <summary>Sets the calling thread's gradient mode; disposing restores it, on the same thread.</summary>
internal sealed class GradMode(bool on) : IDisposable
{
    private readonly int before = Native.wb_grad_mode(on ? 1 : 0);
    private readonly int thread = Environment.CurrentManagedThreadId;
    private bool disposed;

    /// <exception cref="InvalidOperationException">Disposed on another thread than the one whose mode it set.</exception>
    public void Dispose()
    {
        if (disposed) return;
        ThreadBound.Demand(thread, "a gradient mode");
        disposed = true;
        _ = Native.wb_grad_mode(before);
    }
}
