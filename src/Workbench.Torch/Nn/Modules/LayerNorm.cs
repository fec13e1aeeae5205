using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Mean 0, variance 1 over the last dimensions, then weight and bias. Any leading shape.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    internal LayerNorm(
        long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        ArgumentNullException.ThrowIfNull(normalized_shape);
        if (normalized_shape.Length == 0)
            throw new ArgumentException("A layer norm needs at least one dimension to normalise.", nameof(normalized_shape));
        this.normalized_shape = normalized_shape;
        this.eps = eps;
        this.elementwise_affine = elementwise_affine;
        if (!elementwise_affine)
            return;
        register_parameter(nameof(weight), _weight = Parameters.Empty(device, dtype, normalized_shape));
        if (bias)
            register_parameter(nameof(this.bias), _bias = Parameters.Empty(device, dtype, normalized_shape));
        reset_parameters();
    }

    /// <summary>The sizes of the dimensions normalised, the last ones of the input.</summary>
    public long[] normalized_shape { get; set; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether there is a weight.</summary>
    public bool elementwise_affine { get; set; }

    /// <summary>The normalised shape, or null.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>The normalised shape, or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <summary>Weight 1, bias 0.</summary>
    public void reset_parameters()
    {
        if (_weight is not null)
            nn.init.ones_(_weight);
        if (_bias is not null)
            nn.init.zeros_(_bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.layer_norm(tensor, normalized_shape, _weight, _bias, eps);
}
