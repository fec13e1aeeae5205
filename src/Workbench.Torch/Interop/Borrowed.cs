using TorchSharp;

namespace Workbench.Torch.Interop;

/// <summary>The native handles of a list of tensors, held until disposed.</summary>
internal sealed class Borrowed : IDisposable
{
    private readonly torch.Tensor?[] tensors;

    public unsafe Borrowed(IEnumerable<torch.Tensor?> list)
    {
        tensors = [.. list];
        Handles = new nint[tensors.Length];
        fixed (nint* to = Handles) Marshaller.HoldAll(tensors, to);
    }

    /// <summary>As many times no tensor.</summary>
    public Borrowed(int none)
    {
        tensors = [];
        Handles = new nint[none];
    }

    public nint[] Handles { get; }

    public void Dispose() => Marshaller.ReleaseAll(tensors);
}
