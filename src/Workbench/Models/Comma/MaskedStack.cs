using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: … windows or pairs, R regions, K words, L = R + K tokens, D width.

/// <summary><see cref="CommaForm.Masked"/>: layers over one sequence Y = [regions, words] (CoMMA, Eq. 2-4). Nothing is added to a layer's output and nothing normalised: the paper prints neither.</summary>
internal sealed class MaskedStack(CommaConfig config, IReadOnlyList<MaskedAttention> layers) : ICommaStack
{
    public IReadOnlyList<MaskedAttention> Layers => layers;

    /// <summary>The layers' masks in order.</summary>
    public static IReadOnlyList<(AttentionMask Mask, RegionAttention Among)> Plan(CommaConfig config)
    {
        (AttentionMask, RegionAttention) cross = (AttentionMask.Cross, default), full = (AttentionMask.Full, default);
        (AttentionMask, RegionAttention)[] self = config.Regions == RegionAttention.SpatialTemporal
            ? [(AttentionMask.Self, RegionAttention.Spatial), (AttentionMask.Self, RegionAttention.Temporal)]
            : [(AttentionMask.Self, config.Regions)];
        (AttentionMask, RegionAttention)[] module = config.Layers switch
        {
            CommaLayers.Cross => [cross],
            CommaLayers.CrossCross => [cross, cross],
            CommaLayers.Full => [full, full, full],
            _ => [cross, .. self, cross],
        };
        return [.. Enumerable.Repeat(module, config.Modules).SelectMany(m => m)];
    }

    public AttentionPass Run(Tensor video_RD, Tensor words_KD, Tensor mask_K, bool withRegions)
    {
        long regions = video_RD.size(-2), words = words_KD.size(-2);
        long[] of = [.. video_RD.shape[..^2].Zip(words_KD.shape[..^2], Math.Max)];
        Tensor tokens_LD = cat([video_RD.expand([.. of, regions, video_RD.size(-1)]), words_KD.expand([.. of, words, words_KD.size(-1)])], -2);
        Tensor word_K = mask_K.expand([.. of, words]), present_L = cat([ones([.. of, regions], ScalarType.Bool, mask_K.device), word_K], -1);
        var blocks = new List<AttentionBlocks>();
        foreach (((AttentionMask mask, RegionAttention among), MaskedAttention layer) in Plan(config).Zip(layers))
        {
            Tensor allowed_LL = SequenceMask.Of(mask, regions, words, config.Cells, among, tokens_LD.device);
            (tokens_LD, Tensor weights_LL) = layer.Attend(tokens_LD, allowed_LL, present_L, config.Mask);
            blocks.Add(Cut(weights_LL, regions, words, config.Mask == MaskForm.Hadamard ? AttentionMask.Full : mask, withRegions));
        }

        return new AttentionPass(tokens_LD.narrow(-2, 0, regions), tokens_LD.narrow(-2, regions, words), word_K, blocks);
    }

    /// <summary>The four blocks of a layer's weights; those that a mask makes zero are null.</summary>
    internal static AttentionBlocks Cut(Tensor weights_LL, long regions, long words, AttentionMask reach, bool withRegions)
    {
        bool self = reach != AttentionMask.Cross, cross = reach != AttentionMask.Self, keep = self && (withRegions || cross);
        return new AttentionBlocks(
            keep ? Part(0, regions, 0, regions) : null, cross ? Part(0, regions, regions, words) : null,
            cross ? Part(regions, words, 0, regions) : null, self ? Part(regions, words, regions, words) : null)
        {
            RegionsLeftOut = self && !keep,
        };

        Tensor Part(long row, long rows, long column, long columns) => weights_LL.narrow(-2, row, rows).narrow(-1, column, columns);
    }
}
