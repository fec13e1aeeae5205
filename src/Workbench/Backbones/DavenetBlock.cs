using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Two convolutions along time with a shortcut around them; the first may halve time, the shortcut then does so too.</summary>
/// <remarks>Shapes: B tracks, C channels, 1×F. Source: roudimit/AVLnet, model_davenet.py, class SpeechBasicBlock.</remarks>
internal sealed class DavenetBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1, conv2;
    private readonly BatchNorm2d bn1, bn2;
    private readonly Sequential? downsample;

    public DavenetBlock(int input, int output, int kernel, int stride)
        : base(nameof(DavenetBlock))
    {
        conv1 = nn.Conv2d(input, output, (1, kernel), stride: (stride, stride), padding: (0, kernel / 2), bias: false);
        bn1 = nn.BatchNorm2d(output);
        conv2 = nn.Conv2d(output, output, (1, kernel), padding: (0, kernel / 2), bias: false);
        bn2 = nn.BatchNorm2d(output);
        if (stride != 1 || input != output)
            downsample = nn.Sequential(("0", nn.Conv2d(input, output, 1, stride: stride, bias: false)), ("1", nn.BatchNorm2d(output)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor inner = bn2.forward(conv2.forward(bn1.forward(conv1.forward(input)).relu()));
        Tensor around = downsample is null ? input : downsample.forward(input);
        return (inner + around).relu().MoveToOuterDisposeScope();
    }
}
