namespace Workbench.Torch;

/// <summary>libtorch is not there, or not the one the shim was built for. The message says how to get it right.</summary>
public sealed class TorchUnavailableException : TorchException
{
    public TorchUnavailableException()
    {
    }

    public TorchUnavailableException(string message)
        : base(message)
    {
    }

    public TorchUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
