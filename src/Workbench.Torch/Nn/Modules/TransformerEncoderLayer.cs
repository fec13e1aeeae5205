using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Self-attention and a feed-forward block, each with a residual and a norm after it (Vaswani et al. 2017).
/// Shapes: L positions, N batch, E width; sequence first, as in TorchSharp.
/// </summary>
public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>
{
    private readonly TransformerShape _shape;
    private readonly MultiheadAttention self_attn;
    private readonly Linear linear1;
    private readonly Dropout dropout;
    private readonly Linear linear2;
    private readonly LayerNorm norm1;
    private readonly LayerNorm norm2;
    private readonly Dropout dropout1;
    private readonly Dropout dropout2;

    internal TransformerEncoderLayer(TransformerShape shape) : base(nameof(TransformerEncoderLayer))
    {
        _shape = shape;
        self_attn = nn.MultiheadAttention(shape.Width, shape.Heads, shape.Dropout);
        linear1 = nn.Linear(shape.Width, shape.FeedForward);
        dropout = nn.Dropout(shape.Dropout);
        linear2 = nn.Linear(shape.FeedForward, shape.Width);
        norm1 = nn.LayerNorm(shape.Width);
        norm2 = nn.LayerNorm(shape.Width);
        dropout1 = nn.Dropout(shape.Dropout);
        dropout2 = nn.Dropout(shape.Dropout);
        RegisterComponents();
    }

    /// <summary>With a mask over the attention, (L, L).</summary>
    public Tensor call(Tensor src, Tensor? src_mask) => Run(src, src_mask, null);

    /// <summary>With a mask over the attention, (L, L), and one over padded positions, (N, L).</summary>
    public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) =>
        Run(src, src_mask, src_key_padding_mask);

    /// <inheritdoc/>
    public override Tensor forward(Tensor src) => Run(src, null, null);

    /// <summary>A layer of the same shape with copied weights.</summary>
    internal TransformerEncoderLayer Copy()
    {
        var copy = new TransformerEncoderLayer(_shape);
        copy.load_state_dict(state_dict());
        return copy;
    }

    private Tensor Run(Tensor x, Tensor? mask, Tensor? padding)
    {
        using var scope = NewDisposeScope();
        var attended = self_attn.call(x, x, x, padding, need_weights: false, mask).Item1;
        x = norm1.call(x + dropout1.call(attended));
        var fed = linear2.call(dropout.call(_shape.Activate(linear1.call(x))));
        return norm2.call(x + dropout2.call(fed)).MoveToOuterDisposeScope();
    }
}
