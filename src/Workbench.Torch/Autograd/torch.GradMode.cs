using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Until disposed, on this thread, nothing is recorded for gradients.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>As no_grad, and cheaper: tensors made inside can never take part in gradients.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_grad_enabled() => Native.wb_grad_mode(-1) != 0;

    public static bool is_inference_mode_enabled() => Native.wb_inference_mode() != 0;
}
