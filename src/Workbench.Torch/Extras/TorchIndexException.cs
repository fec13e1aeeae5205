namespace Workbench.Torch;

/// <summary>An index or a dimension lies outside a tensor.</summary>
public sealed class TorchIndexException : TorchException
{
    public TorchIndexException()
    {
    }

    public TorchIndexException(string message)
        : base(message)
    {
    }

    public TorchIndexException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
