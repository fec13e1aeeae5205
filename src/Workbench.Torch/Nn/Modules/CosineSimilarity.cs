using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x1 · x2 over the product of their norms along a dimension.</summary>
public sealed class CosineSimilarity : ParameterLessModule<Tensor, Tensor, Tensor>
{
    internal CosineSimilarity(long dim, double eps) : base(nameof(CosineSimilarity))
    {
        this.dim = dim;
        this.eps = eps;
    }

    /// <summary>The dimension summed over.</summary>
    public long dim { get; set; }

    /// <summary>The least norm.</summary>
    public double eps { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) =>
        nn.functional.cosine_similarity(input1, input2, dim, eps);
}
