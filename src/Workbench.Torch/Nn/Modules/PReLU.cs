using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x for positive x, a trained slope times x otherwise; one slope, or one a channel.</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    private Parameter _weight;

    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
    {
        this.num_parameters = num_parameters;
        this.init = init;
        register_parameter(nameof(weight), _weight = Parameters.Empty(device, dtype, num_parameters));
        nn.init.constant_(_weight, init);
    }

    /// <summary>One, or the number of channels.</summary>
    public long num_parameters { get; }

    /// <summary>The first slope.</summary>
    public double init { get; }

    /// <summary>The slopes.</summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <inheritdoc/>
    public override string GetName() => nameof(PReLU);

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, _weight);
}
