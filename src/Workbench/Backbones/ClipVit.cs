using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>
/// CLIP's vision transformer, with every token projected into the shared space: token 0 is the image, tokens 1..N are the grid's cells.
/// </summary>
/// <remarks>
/// Shapes: B images, N cells, W width of the transformer, D width of the shared space. Source: openai/CLIP, model.py 206-240 for the
/// model; brian7685/GroundingYouTube, clip_feature_noModule.py 243-271 for ln_post and proj on all tokens (CLIP itself does the class token only).
/// </remarks>
public sealed class ClipVit : nn.Module<Tensor, Tensor>
{
    private readonly ClipConfig _config;
    private readonly ClipStem? stem;
    private readonly Conv2d conv1;
    private readonly Parameter class_embedding;
    private readonly Parameter positional_embedding;
    private readonly LayerNorm ln_pre;
    private readonly ClipTransformer transformer;
    private readonly LayerNorm ln_post;
    private readonly Parameter proj;

    public ClipVit(ClipConfig config)
        : base(nameof(ClipVit))
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Validate();
        _config = config;
        int width = config.VisionWidth;
        double scale = Math.Pow(width, -0.5);
        if (config.StemWidth > 0)
            stem = new ClipStem(config.StemWidth);
        int channels = stem is null ? 3 : 4 * config.StemWidth, patch = stem is null ? config.PatchSize : config.PatchSize / ClipStem.Stride;
        conv1 = nn.Conv2d(channels, width, patch, stride: patch, bias: false);
        class_embedding = new Parameter(randn([width]).mul_(scale));
        positional_embedding = new Parameter(randn([config.GridSize * config.GridSize + 1, width]).mul_(scale));
        ln_pre = nn.LayerNorm(width);
        transformer = new ClipTransformer(width, config.VisionLayers, config.VisionHeads);
        ln_post = nn.LayerNorm(width);
        proj = new Parameter(randn([width, config.EmbedWidth]).mul_(scale));
        RegisterComponents();
    }

    /// <param name="input">Images in the range that the weights were trained on, [B, 3, S, S].</param>
    /// <returns>Tokens, [B, 1 + N, D].</returns>
    /// <exception cref="ArgumentException">The shape is another.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int side = _config.ImageSize;
        if (input.shape is not [_, 3, long height, long imageWidth] || height != side || imageWidth != side)
            throw new ArgumentException($"Expected images of shape [B, 3, {side}, {side}], got [{string.Join(", ", input.shape)}].", nameof(input));
        using DisposeScope scope = NewDisposeScope();
        Tensor maps = stem is null ? input : stem.forward(input);
        Tensor cells_BNW = stem is null && !is_grad_enabled() ? Patches(maps) : conv1.forward(maps).flatten(2).transpose(1, 2);
        Tensor class_B1W = class_embedding.expand(input.shape[0], 1, _config.VisionWidth);
        Tensor tokens_BLW = ln_pre.forward(cat([class_B1W, cells_BNW], 1) + positional_embedding);
        tokens_BLW = transformer.forward(tokens_BLW, null);
        return ln_post.forward(tokens_BLW).matmul(proj).MoveToOuterDisposeScope();
    }

    /// <summary>conv1 as what it is: its patches do not overlap, so it is one product.</summary>
    private Tensor Patches(Tensor maps_BCSS)
    {
        int grid = _config.GridSize, patch = _config.PatchSize;
        Tensor rows = maps_BCSS.reshape(-1, maps_BCSS.size(1), grid, patch, grid, patch).permute(0, 2, 4, 1, 3, 5).reshape(maps_BCSS.size(0), grid * grid, -1);
        return rows.matmul(conv1.weight.reshape(_config.VisionWidth, -1).t());
    }

    /// <summary>Makes a tower that was trained on normalised pixels take raw ones in [0, 1], with the same outputs.</summary>
    internal void TakeRawPixels()
    {
        if (stem is null)
            ClipPixels.FoldIntoPositions(conv1.weight, positional_embedding);
        else
            ClipPixels.FoldIntoBias(stem.First.weight, stem.First.bias!);
    }
}
