using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A stack of encoder layers. Shapes: (L, N, E), sequence first.</summary>
public sealed class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>
{
    private readonly ModuleList<TransformerEncoderLayer> layers;

    internal TransformerEncoder(TransformerEncoderLayer layer, long count) : base(nameof(TransformerEncoder))
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        layers = new ModuleList<TransformerEncoderLayer>(layer);
        while (layers.Count < count)
            layers.Add(layer.Copy());
        RegisterComponents();
    }

    /// <summary>The activation of a layer's feed-forward block.</summary>
    public enum Activations
    {
        /// <summary>max(0, x).</summary>
        ReLU = 0,

        /// <summary>x times the normal distribution function.</summary>
        GELU = 1,
    }

    /// <summary>Without masks.</summary>
    public Tensor call(Tensor src) => base.call(src, null, null);

    /// <summary>With a mask over the attention, (L, L).</summary>
    public Tensor call(Tensor src, Tensor? src_mask) => base.call(src, src_mask, null);

    /// <inheritdoc/>
    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var x = src;
        foreach (var layer in layers)
            x = layer.call(x, src_mask, src_key_padding_mask);
        return x.MoveToOuterDisposeScope();
    }
}
