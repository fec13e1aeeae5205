using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>softmax(-x).</summary>
public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
{
    internal Softmin(long dim) : base(nameof(Softmin)) => this.dim = dim;

    /// <summary>The dimension that sums to 1.</summary>
    public long dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.softmin(tensor, dim);
}
