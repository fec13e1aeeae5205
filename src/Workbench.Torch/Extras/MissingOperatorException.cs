namespace Workbench.Torch;

/// <summary>The libtorch at hand has no operator of that name: it is older than the call, or the name is wrong.</summary>
public sealed class MissingOperatorException : TorchException
{
    public MissingOperatorException()
    {
    }

    public MissingOperatorException(string message)
        : base(message)
    {
    }

    public MissingOperatorException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
