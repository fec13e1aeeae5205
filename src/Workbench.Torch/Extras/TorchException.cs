using System.Runtime.InteropServices;

namespace Workbench.Torch;

/// <summary>libtorch refused a call. The message holds libtorch's own words, the operator and the arguments' shapes.</summary>
public class TorchException : ExternalException
{
    public TorchException()
    {
    }

    public TorchException(string message)
        : base(message)
    {
    }

    public TorchException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
