using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the convolutions share. Weight (O, I / groups, kernel…); transposed (I, O / groups, kernel…).</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private readonly bool _transposed;
    private Parameter _weight;
    private Parameter? _bias;
    private long[] _padding;

    private protected Convolution(string name, ConvolutionShape shape, Device? device, ScalarType? dtype) : base(name)
    {
        shape.Check(name);
        _transposed = shape.Transposed;
        in_channels = shape.InChannels;
        out_channels = shape.OutChannels;
        kernel_size = shape.KernelSize;
        stride = shape.Stride;
        _padding = shape.Padding;
        padding_type = shape.NamedPadding;
        dilation = shape.Dilation;
        output_padding = shape.OutputPadding;
        groups = shape.Groups;
        padding_mode = shape.PaddingMode;
        long[] channels = _transposed
            ? [in_channels, out_channels / groups]
            : [out_channels, in_channels / groups];
        _weight = Parameters.Empty(device, dtype, [.. channels, .. kernel_size]);
        register_parameter(nameof(weight), _weight);
        if (shape.Bias)
            register_parameter(nameof(bias), _bias = Parameters.Empty(device, dtype, out_channels));
        reset_parameters();
    }

    /// <summary>Channels of the input.</summary>
    public long in_channels { get; }

    /// <summary>Channels of the output.</summary>
    public long out_channels { get; }

    /// <summary>The kernel's size in each dimension.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Distance between windows.</summary>
    public long[] stride { get; set; }

    /// <summary>Padding on each side, where it is given by number.</summary>
    public long[] padding => _padding;

    /// <summary>Padding by name, null where it is given by number.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>Distance between a window's elements.</summary>
    public long[] dilation { get; set; }

    /// <summary>Added to one side of a transposed convolution's output.</summary>
    public long[] output_padding { get; set; }

    /// <summary>Number of groups of channels that do not see each other.</summary>
    public long groups { get; set; }

    /// <summary>What padded positions hold.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>Whether this is the gradient of a convolution.</summary>
    public bool transposed => _transposed;

    /// <summary>The kernel.</summary>
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

    /// <summary>Padding by number.</summary>
    public void SetPadding(long[] padding)
    {
        ArgumentNullException.ThrowIfNull(padding);
        (_padding, padding_type) = (padding, null);
    }

    /// <summary>Padding by name.</summary>
    public void SetPadding(Padding padding) => padding_type = padding;

    /// <summary>PyTorch's default: Kaiming-uniform with a = √5, bias within ±1 / √fan-in.</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(_weight, Math.Sqrt(5));
        Parameters.InitialiseBias(_bias, nn.init.CalculateFanInAndFanOut(_weight).Item1);
    }

    /// <summary>Refuses an input whose channels or number of dimensions do not fit; true where it has a batch.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        ArgumentNullException.ThrowIfNull(input);
        var shape = input.shape;
        var batched = shape.Length == dimensions + 2;
        if ((!batched && shape.Length != dimensions + 1) || shape[batched ? 1 : 0] != in_channels)
            throw new ArgumentException(
                $"{GetName()} takes {in_channels} channels and {dimensions} spatial dimensions, with or without a"
                + $" batch, not [{string.Join(", ", shape)}].", nameof(input));
        return batched;
    }

    /// <summary>Pads the input where the mode is not zeros; says whether it did.</summary>
    private protected bool TryPad(Tensor input, out Tensor padded)
    {
        padded = input;
        if (padding_mode is PaddingModes.Zeros)
            return false;
        var pairs = padding_type switch
        {
            Padding.Same => kernel_size.Zip(dilation, (kernel, step) => Halves(step * (kernel - 1))),
            Padding.Valid => kernel_size.Select(_ => (0L, 0L)),
            _ => _padding.Select(size => (size, size)),
        };
        padded = nn.functional.pad(input, [.. pairs.Reverse().SelectMany(p => new[] { p.Item1, p.Item2 })], padding_mode);
        return true;
    }

    private static (long, long) Halves(long total) => (total / 2, total - total / 2);
}
