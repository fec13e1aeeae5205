using TorchSharp;
using Workbench.Models.Comma;
using static TorchSharp.torch;

namespace Workbench.Inference;

// Shapes: W windows, R regions, K words.

/// <summary>
/// From the attention weights of any stack to heat over the regions it began with. A row (r, k) over regions and words is pushed through the layers from the last to the
/// first; for the layers of <see cref="Rollout"/> that is the same product (CoMMA, section 3.2; released code s3dg.py 442-466).
/// </summary>
public static class BlockRollout
{
    private sealed record Row(Tensor? Regions_WR, Tensor? Words_WK);

    /// <summary>Heat of every region, (W, R), not negative.</summary>
    /// <param name="pass">What a model attended to.</param>
    /// <param name="form">Plain product, as released, or with identity and so with residuals, as cited.</param>
    /// <param name="average">
    /// Where the row starts: evenly on the regions (released code), or on the words ("mean-pooling over all the words", the paper). Where a plain product leads from there to
    /// words only, layers at the end are left out until it leads to regions. A pass with a start of its own starts there.
    /// </param>
    /// <exception cref="ArgumentException"><see cref="RolloutForm.Identity"/> without the regions' self-attention.</exception>
    public static Tensor Heat(AttentionPass pass, RolloutForm form = RolloutForm.Product, RolloutAverage average = RolloutAverage.Regions)
    {
        ArgumentNullException.ThrowIfNull(pass);
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        if (pass.GreatestOfWords)
            return pass.Layers[0].WordRegions_KR!.masked_fill(pass.Mask_K.logical_not().unsqueeze(-1), 0).amax(new long[] { -2 }).MoveToOuterDisposeScope();
        if (form == RolloutForm.Identity && pass.Layers.Any(l => l.RegionsLeftOut))
            throw new ArgumentException("Rollout with identity needs the self-attention of the regions; ask for it when attending, which only self-attention among all regions can give.", nameof(pass));
        bool fromWords = pass.Start_K is not null || average == RolloutAverage.Words;
        for (int layers = pass.Layers.Count; layers > 0; layers--)
        {
            Row row = Start(pass, fromWords);
            for (int l = layers - 1; l >= 0; l--)
                row = form == RolloutForm.Product ? Push(row, pass.Layers[l]) : Mean(row, Push(row, pass.Layers[l]));
            if (row.Regions_WR is { } heat_WR)
                return heat_WR.MoveToOuterDisposeScope();
            if (!fromWords)
                (fromWords, layers) = (true, layers + 1);
        }

        throw new ArgumentException("No layer of this pass leads to regions.", nameof(pass));
    }

    private static Row Start(AttentionPass pass, bool fromWords)
    {
        Tensor word_WK = pass.Mask_K.to(pass.Text_KD.dtype);
        if (fromWords)
            return new Row(null, pass.Start_K ?? word_WK / word_WK.sum(-1, true));
        long regions = pass.Video_RD.size(-2);
        return new Row(full([.. pass.Video_RD.shape[..^2], regions], 1.0 / regions, pass.Text_KD.dtype, pass.Text_KD.device), null);
    }

    private static Row Push(Row row, AttentionBlocks layer) => new(
        Sum(Times(row.Regions_WR, layer.Regions_RR), Times(row.Words_WK, layer.WordRegions_KR)),
        Sum(Times(row.Regions_WR, layer.RegionWords_RK), Times(row.Words_WK, layer.Words_KK)));

    private static Row Mean(Row a, Row b) => new(Half(Sum(a.Regions_WR, b.Regions_WR)), Half(Sum(a.Words_WK, b.Words_WK)));

    private static Tensor? Times(Tensor? row_WA, Tensor? matrix_WAB) => row_WA is null || matrix_WAB is null ? null : matmul(row_WA.unsqueeze(-2), matrix_WAB).squeeze(-2);

    private static Tensor? Sum(Tensor? a, Tensor? b) => a is null ? b : b is null ? a : a + b;

    private static Tensor? Half(Tensor? a) => a is null ? null : a / 2;
}
