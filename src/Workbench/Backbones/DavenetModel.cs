using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>ResDAVEnet on log-mel spectrograms, under the parameter names of AVLnet's model_davenet.</summary>
/// <remarks>
/// Shapes: B tracks, M bands, F frames, D the last width, f = ⌈F/16⌉ steps. <c>batchnorm1</c> is declared in the authors' code and never used;
/// it is kept, so that their checkpoints fit. Source: roudimit/AVLnet, model_davenet.py 42-97; Harwath et al. 2020.
/// </remarks>
public sealed class DavenetModel : nn.Module<Tensor, Tensor>
{
    private readonly BatchNorm2d batchnorm1;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly List<Sequential> _layers = [];

    /// <summary>Makes a model with fresh weights from libtorch's global generator: call <c>manual_seed</c> first.</summary>
    public DavenetModel(DavenetConfig config)
        : base(nameof(DavenetModel))
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Validate();
        Config = config;
        batchnorm1 = nn.BatchNorm2d(1);
        conv1 = nn.Conv2d(1, config.Widths[0], (config.Bands, 1), bias: false);
        bn1 = nn.BatchNorm2d(config.Widths[0]);
        RegisterComponents();
        for (int stage = 1; stage < config.Widths.Count; stage++)
        {
            int input = config.Widths[stage - 1], output = config.Widths[stage];
            Sequential layer = nn.Sequential([.. Enumerable.Range(0, config.Blocks).Select(b =>
                ($"{b}", (nn.Module<Tensor, Tensor>)new DavenetBlock(b == 0 ? input : output, output, config.Kernel, b == 0 ? 2 : 1)))]);
            _layers.Add(layer);
            register_module($"layer{stage}", layer);
        }

        Initialise();
    }

    public DavenetConfig Config { get; }

    /// <param name="input">Spectrograms, [B, M, F].</param>
    /// <returns>[B, D, f].</returns>
    /// <exception cref="ArgumentException">The shape is another.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.shape is not [_, var bands, > 0] || bands != Config.Bands)
            throw new ArgumentException($"Expected spectrograms of shape [B, {Config.Bands}, F], got [{string.Join(", ", input.shape)}].", nameof(input));
        using DisposeScope scope = NewDisposeScope();
        Tensor net = bn1.forward(conv1.forward(input.unsqueeze(1))).relu();
        foreach (Sequential layer in _layers)
            net = layer.forward(net);
        return net.squeeze(2).MoveToOuterDisposeScope();
    }

    /// <summary>Kernels from a normal distribution of variance 2 / (taps · outputs), norms at 1 and 0.</summary>
    private void Initialise()
    {
        foreach ((string _, nn.Module module) in named_modules())
            if (module is Conv2d convolution)
            {
                long[] shape = convolution.weight.shape;
                nn.init.normal_(convolution.weight, 0, Math.Sqrt(2.0 / (shape[2] * shape[3] * shape[0])));
            }
    }
}
