using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>input · weightᵀ + bias. Shapes: (…, I) to (…, O).</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    private Parameter _weight;
    private Parameter? _bias;

    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Linear))
    {
        in_features = inputSize;
        out_features = outputSize;
        _weight = Parameters.Empty(device, dtype, outputSize, inputSize);
        register_parameter(nameof(weight), _weight);
        if (hasBias)
            register_parameter(nameof(bias), _bias = Parameters.Empty(device, dtype, outputSize));
        nn.init.kaiming_uniform_(_weight, Math.Sqrt(5));
        Parameters.InitialiseBias(_bias, inputSize);
    }

    internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.dim() != 2)
            throw new ArgumentException(
                $"A linear weight has two dimensions (O, I), not [{string.Join(", ", weight.shape)}].", nameof(weight));
        in_features = weight.shape[1];
        out_features = weight.shape[0];
        register_parameter(nameof(weight), _weight = weight);
        register_parameter(nameof(bias), _bias = bias);
    }

    /// <summary>I.</summary>
    public long in_features { get; set; }

    /// <summary>O.</summary>
    public long out_features { get; set; }

    /// <summary>(O, I).</summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>(O), or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, _weight, _bias);
}
