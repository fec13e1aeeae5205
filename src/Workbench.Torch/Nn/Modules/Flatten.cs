using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Joins a range of dimensions into one.</summary>
public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
{
    internal Flatten(long start_dim, long end_dim) : base(nameof(Flatten))
    {
        this.start_dim = start_dim;
        this.end_dim = end_dim;
    }

    /// <summary>The first dimension joined.</summary>
    public long start_dim { get; set; }

    /// <summary>The last dimension joined.</summary>
    public long end_dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        input.flatten(start_dim, end_dim);
}
