using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>log(softmax(x)), without overflow.</summary>
public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
{
    internal LogSoftmax(long dim) : base(nameof(LogSoftmax)) => this.dim = dim;

    /// <summary>The dimension whose exponentials sum to 1.</summary>
    public long dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.log_softmax(tensor, dim);
}
