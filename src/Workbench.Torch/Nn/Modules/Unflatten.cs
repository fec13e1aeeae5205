using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Splits one dimension into several.</summary>
public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
{
    internal Unflatten(long dim, long[] unflattened_size) : base(nameof(Unflatten))
    {
        this.dim = dim;
        this.unflattened_size = unflattened_size;
    }

    /// <summary>The dimension split.</summary>
    public long dim { get; set; }

    /// <summary>The sizes it becomes; one may be -1.</summary>
    public long[] unflattened_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        tensor.unflatten(dim, unflattened_size);
}
