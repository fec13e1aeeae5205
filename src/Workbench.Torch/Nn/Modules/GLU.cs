using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>First half times sigmoid of the second half.</summary>
public sealed class GLU : ParameterLessModule<Tensor, Tensor>
{
    internal GLU(long dim) : base(nameof(GLU)) => this.dim = dim;

    /// <summary>The dimension that is halved.</summary>
    public long dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.glu(tensor, dim);
}
