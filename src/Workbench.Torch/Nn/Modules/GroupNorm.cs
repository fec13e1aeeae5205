using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Mean 0, variance 1 over each group of channels of (N, C, …), then weight and bias per channel.</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
        : base(nameof(GroupNorm))
    {
        if (num_groups <= 0 || num_channels % num_groups != 0)
            throw new ArgumentException($"{num_channels} channels cannot be split into {num_groups} groups.", nameof(num_groups));
        this.num_groups = num_groups;
        this.eps = eps;
        this.affine = affine;
        if (!affine)
            return;
        register_parameter(nameof(weight), _weight = Parameters.Empty(device, dtype, num_channels));
        register_parameter(nameof(bias), _bias = Parameters.Empty(device, dtype, num_channels));
        nn.init.ones_(_weight);
        nn.init.zeros_(_bias);
    }

    /// <summary>Number of groups.</summary>
    public long num_groups { get; set; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether there are weight and bias.</summary>
    public bool affine { get; set; }

    /// <summary>(C), or null.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>(C), or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.group_norm(tensor, num_groups, _weight, _bias, eps);
}
