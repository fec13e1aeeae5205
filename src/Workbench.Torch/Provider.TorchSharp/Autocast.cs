using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch;

/// <summary>
/// With TorchSharp's packages there is no public autocast: what runs inside keeps its own type. Slower, never less exact.
/// </summary>
public sealed class Autocast : IDisposable
{
    private Autocast()
    {
    }

    public static Autocast Enter(Device device, ScalarType type)
    {
        ArgumentNullException.ThrowIfNull(device);
        return new Autocast();
    }

    public void Dispose()
    {
    }
}
