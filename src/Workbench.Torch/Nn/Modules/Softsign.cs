using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x / (1 + |x|), elementwise.</summary>
public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
{
    internal Softsign(bool inplace) : base(nameof(Softsign)) => this.inplace = inplace;

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.softsign(tensor, inplace);
}
