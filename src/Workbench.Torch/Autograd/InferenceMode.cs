using Workbench.Torch.Interop;

namespace TorchSharp;

/// <summary>libtorch's inference mode for the calling thread; ends when disposed, on the same thread.</summary>
internal sealed class InferenceMode : IDisposable
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private nint guard;

    public InferenceMode(bool on) => Failure.Check(Native.wb_inference_enter(on ? 1 : 0, out guard), "inference_mode");

    /// <exception cref="InvalidOperationException">Disposed on another thread than the one whose mode it set.</exception>
    public void Dispose()
    {
        if (guard == 0) return;
        ThreadBound.Demand(thread, "inference mode");
        Native.wb_inference_leave(guard);
        guard = 0;
    }
}
