using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>clamp(x / 6 + 1/2, 0, 1), elementwise.</summary>
public sealed class Hardsigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal Hardsigmoid(bool inplace) : base(nameof(Hardsigmoid)) => this.inplace = inplace;

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.hardsigmoid(tensor, inplace);
}
