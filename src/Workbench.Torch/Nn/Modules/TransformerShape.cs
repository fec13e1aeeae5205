using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The sizes of a Transformer layer.</summary>
internal sealed record TransformerShape(
    long Width, long Heads, long FeedForward, double Dropout, nn.Activations Activation)
{
    public Tensor Activate(Tensor x) =>
        Activation == nn.Activations.GELU ? nn.functional.gelu(x) : nn.functional.relu(x);
}
