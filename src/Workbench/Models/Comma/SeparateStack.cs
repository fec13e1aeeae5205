using Workbench.Torch;
using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: … windows or pairs, R regions = F steps × N cells, K words, D width.

/// <summary>
/// <see cref="CommaForm.Released"/> with every vector formed: what the shared <see cref="CrossModalAttention"/> does, for any self-attention of
/// <see cref="RegionAttention"/>, for one cross-attention alone, and for two modules. Every cross-attention but the very first adds its input while training,
/// as the code does for its 4-D inputs (420-422).
/// </summary>
internal sealed class SeparateStack(CommaConfig config, IReadOnlyList<SelfAttentionLayers> modules, IReadOnlyList<SelfAttention> overTime, Func<bool> isTraining) : ICommaStack
{
    private AttentionScore Score => isTraining() ? config.Attention.TrainScore : config.Attention.EvalScore;

    public AttentionPass Run(Tensor video_RD, Tensor words_KD, Tensor mask_K, bool withRegions)
    {
        if (video_RD.size(-2) % config.Cells != 0)
            throw new ArgumentException($"Regions come in steps of {config.Cells} cells; {video_RD.size(-2)} were given.", nameof(video_RD));
        var layers = new List<AttentionBlocks>();
        Tensor mask_1K = mask_K.unsqueeze(-2);
        for (int module = 0; module < config.Modules; module++)
        {
            Cross();
            if (config.Layers == CommaLayers.CrossSelfCross)
                Self(modules[module], overTime.Count > module ? overTime[module] : null);
            if (config.Layers != CommaLayers.Cross)
                Cross();
        }

        return new AttentionPass(video_RD, words_KD, mask_K, layers);

        void Cross()
        {
            (Tensor regionWords_RK, Tensor wordRegions_KR) = AttentionMath.Cross(video_RD, words_KD, mask_1K, Score, config.Attention.CosineTemperature);
            Tensor seen_RD = BatchedProduct.Apply(regionWords_RK, words_KD), heard_KD = BatchedProduct.Apply(wordRegions_KR, video_RD);
            (video_RD, words_KD) = config.Attention.SecondCrossResidual && isTraining() && layers.Count > 0
                ? (seen_RD + video_RD, heard_KD + words_KD)
                : (seen_RD, heard_KD);
            layers.Add(new AttentionBlocks(null, regionWords_RK, wordRegions_KR, null));
        }

        void Self(SelfAttentionLayers self, SelfAttention? time)
        {
            (Tensor seen_RD, Tensor? regions_RR) = Among(self.vis_attn_mat, video_RD, time is null ? config.Regions : RegionAttention.Spatial);
            video_RD = config.Attention.SelfAttentionResidual ? seen_RD + video_RD : seen_RD;
            if (time is not null)
            {
                (seen_RD, _) = Among(time, video_RD, RegionAttention.Temporal);
                video_RD = config.Attention.SelfAttentionResidual ? seen_RD + video_RD : seen_RD;
            }

            (Tensor heard_KD, Tensor words_KK) = self.text_attn_mat.forward(words_KD, mask_K);
            words_KD = config.Attention.SelfAttentionResidual ? heard_KD + words_KD : heard_KD;
            layers.Add(new AttentionBlocks(withRegions ? regions_RR : null, null, null, words_KK) { RegionsLeftOut = !withRegions || regions_RR is null });
        }
    }

    /// <summary>Self-attention within a step's cells, or within a cell's steps, or among all; the weights are given only for the last.</summary>
    private (Tensor Output_RD, Tensor? Weights_RR) Among(SelfAttention attention, Tensor video_RD, RegionAttention kind)
    {
        if (kind == RegionAttention.Spatiotemporal)
            return attention.forward(video_RD, null);
        long[] shape = video_RD.shape;
        Tensor grid_FND = video_RD.reshape([.. shape[..^2], -1, config.Cells, shape[^1]]);
        return kind == RegionAttention.Spatial
            ? (attention.forward(grid_FND, null).Output.reshape(shape), null)
            : (attention.forward(grid_FND.transpose(-2, -3), null).Output.transpose(-2, -3).reshape(shape), null);
    }
}
