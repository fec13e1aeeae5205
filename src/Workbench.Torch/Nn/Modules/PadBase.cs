using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Pads the last dimensions: pairs (before, after), the last dimension first.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes _mode;

    /// <summary>Padding of the named kind.</summary>
    protected PadBase(string name, PaddingModes mode, double value, params long[] padding) : base(name)
    {
        _mode = mode;
        this.value = value;
        this.padding = padding;
    }

    /// <summary>Pairs (before, after), the last dimension first.</summary>
    public long[] padding { get; set; }

    /// <summary>The constant, where the mode has one.</summary>
    public double value { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, _mode, value);
}
