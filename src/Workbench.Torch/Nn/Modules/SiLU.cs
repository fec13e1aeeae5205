using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x * sigmoid(x), elementwise.</summary>
public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
{
    internal SiLU(bool inplace) : base(nameof(SiLU)) => this.inplace = inplace;

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override string GetName() => nameof(SiLU);

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.silu(tensor, inplace);
}
