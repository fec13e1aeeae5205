using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>CLIP's text transformer (causal), with every position projected into the shared space.</summary>
/// <remarks>
/// Shapes: B texts, L positions, W width of the transformer, D width of the shared space. Source: openai/CLIP, model.py 315-356;
/// brian7685/GroundingYouTube, clip_feature_noModule.py 26-78 for the projection of all positions.
/// </remarks>
public sealed class ClipText : nn.Module<Tensor, Tensor>
{
    private readonly ClipConfig _config;
    private readonly Embedding token_embedding;
    private readonly Parameter positional_embedding;
    private readonly ClipTransformer transformer;
    private readonly LayerNorm ln_final;
    private readonly Parameter text_projection;

    public ClipText(ClipConfig config)
        : base(nameof(ClipText))
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Validate();
        _config = config;
        int width = config.TextWidth;
        token_embedding = nn.Embedding(config.VocabularySize, width);
        nn.init.normal_(token_embedding.weight, 0, 0.02);
        positional_embedding = new Parameter(randn([config.ContextLength, width]).mul_(0.01));
        transformer = new ClipTransformer(width, config.TextLayers, config.TextHeads);
        ln_final = nn.LayerNorm(width);
        text_projection = new Parameter(randn([width, config.EmbedWidth]).mul_(Math.Pow(width, -0.5)));
        RegisterComponents();
    }

    /// <param name="input">Token ids, int64, [B, L] with L at most the context length. A position sees only those before it, so texts may be cut after their end.</param>
    /// <returns>All positions, [B, L, D].</returns>
    /// <exception cref="ArgumentException">The shape is another.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.shape is not [_, long length] || length > _config.ContextLength)
            throw new ArgumentException($"Expected token ids of shape [B, at most {_config.ContextLength}], got [{string.Join(", ", input.shape)}].", nameof(input));
        using DisposeScope scope = NewDisposeScope();
        Tensor tokens_BLW = token_embedding.forward(input) + positional_embedding.narrow(0, 0, length);
        Tensor causal_LL = full([length, length], float.NegativeInfinity, device: tokens_BLW.device).triu(1);
        tokens_BLW = transformer.forward(tokens_BLW, causal_LL);
        return ln_final.forward(tokens_BLW).matmul(text_projection).MoveToOuterDisposeScope();
    }
}
