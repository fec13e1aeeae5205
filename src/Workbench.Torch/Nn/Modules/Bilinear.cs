using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>input1ᵀ · W_o · input2 + bias_o. Shapes: (…, I), (…, J) to (…, O).</summary>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    private Parameter _weight;
    private Parameter? _bias;

    internal Bilinear(
        long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Bilinear))
    {
        this.in1_features = in1_features;
        this.in2_features = in2_features;
        this.out_features = out_features;
        _weight = Parameters.Empty(device, dtype, out_features, in1_features, in2_features);
        register_parameter(nameof(weight), _weight);
        if (hasBias)
            register_parameter(nameof(bias), _bias = Parameters.Empty(device, dtype, out_features));
        Parameters.InitialiseBias(_weight, in1_features);
        Parameters.InitialiseBias(_bias, in1_features);
    }

    /// <summary>I.</summary>
    public long in1_features { get; set; }

    /// <summary>J.</summary>
    public long in2_features { get; set; }

    /// <summary>O.</summary>
    public long out_features { get; set; }

    /// <summary>(O, I, J).</summary>
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
    public override Tensor forward(Tensor input1, Tensor input2) =>
        nn.functional.bilinear(input1, input2, _weight, _bias);
}
