using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x times the normal distribution function.</summary>
public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    internal GELU(GELU.Approximate approximate, bool inplace) : base(nameof(GELU))
    {
        this.approximate = approximate;
        this.inplace = inplace;
    }

    /// <summary>Exact, or by tanh.</summary>
    public GELU.Approximate approximate { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    /// <summary>How the normal distribution function is computed.</summary>
    public enum Approximate
    {
        /// <summary>Exactly, by the error function.</summary>
        none,

        /// <summary>By tanh, as in the original BERT and GPT.</summary>
        tanh,
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.gelu(tensor, approximate, inplace);
}
