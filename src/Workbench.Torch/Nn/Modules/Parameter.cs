using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains.</summary>
public class Parameter : Tensor
{
    /// <summary>
    /// Makes a parameter of a tensor's values. The tensor itself is given up, as in TorchSharp: use the parameter from
    /// here on.
    /// </summary>
    /// <param name="data">The values; a history is cut.</param>
    /// <param name="requires_grad">Whether it is trained.</param>
    public Parameter(Tensor data, bool requires_grad = true) : base(Take(data)) => this.requires_grad = requires_grad;

    private static nint Take(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        using (data)
        {
            if (data.is_leaf && !data.requires_grad)
                return data.Alias();
            using var leaf = data.detach();
            return leaf.Alias();
        }
    }
}
