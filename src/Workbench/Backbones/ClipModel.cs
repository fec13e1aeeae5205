using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>The two towers and the temperature, under the parameter names of OpenAI's checkpoints: the vision tower under <c>visual.</c>, the text tower at the root.</summary>
public sealed class ClipModel : IDisposable
{
    /// <summary>The largest scale that CLIP lets the temperature reach, as its logarithm: ln 100.</summary>
    public static readonly double MaximumLogitScale = Math.Log(100);

    /// <summary>Makes a model with fresh weights from libtorch's global generator: call <c>manual_seed</c> first.</summary>
    public ClipModel(ClipConfig config)
    {
        Config = config;
        Visual = new ClipVit(config);
        Text = new ClipText(config);
        LogitScale = new Parameter(tensor((float)Math.Log(1 / 0.07)));
    }

    public ClipConfig Config { get; }

    public ClipVit Visual { get; }

    public ClipText Text { get; }

    /// <summary>Logarithm of the factor on the cosines; ln(1/0.07) at first.</summary>
    public Parameter LogitScale { get; }

    /// <summary>Every parameter by the name it has in a checkpoint of OpenAI's.</summary>
    public IEnumerable<(string Name, Parameter Value)> NamedParameters()
    {
        foreach ((string name, Parameter value) in Visual.named_parameters())
            yield return ("visual." + name, value);
        foreach ((string name, Parameter value) in Text.named_parameters())
            yield return (name, value);
        yield return ("logit_scale", LogitScale);
    }

    /// <summary>Every parameter, and the running statistics of the stem's batch norms where there is one: what a weights file holds.</summary>
    public IEnumerable<(string Name, Tensor Value)> NamedState()
    {
        foreach ((string name, Parameter value) in NamedParameters())
            yield return (name, value);
        foreach ((string name, Tensor value) in Visual.named_buffers())
            if (value.is_floating_point())
                yield return ("visual." + name, value);
    }

    /// <summary>Moves the model to a device.</summary>
    public ClipModel To(Device device)
    {
        Visual.to(device);
        Text.to(device);
        LogitScale.to(device);
        return this;
    }

    public void Dispose()
    {
        Visual.Dispose();
        Text.Dispose();
        LogitScale.Dispose();
    }
}
