using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, C sampled clips, V feature width, N clips, D width, K words, E word width.

/// <summary>
/// 2D temporal adjacent network (Zhang et al., AAAI 2020; released code tan.py): every moment from clip s to clip e is a cell of a map, fused with the sentence, and
/// convolved with its neighbours. Parameter names are those of released checkpoints: <c>frame_layer.vis_conv.weight</c>, <c>fusion_layer.textual_encoder.weight_ih_l0</c>, ….
/// </summary>
public sealed class TwoDTan : MomentModel
{
    public readonly FrameAvgPool frame_layer;
    public readonly ProposalMap prop_layer;
    public readonly BaseFusion fusion_layer;
    public readonly MapConv map_layer;
    public readonly Conv2d pred_layer;

    /// <exception cref="ArgumentException">Values that no model can be made of.</exception>
    public TwoDTan(TwoDTanConfig config) : base(nameof(TwoDTan))
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Check();
        Config = config;
        frame_layer = new FrameAvgPool(config.VideoWidth, config.Width, config.Stride);
        prop_layer = ProposalMap.Of(config);
        fusion_layer = new BaseFusion(config);
        map_layer = new MapConv(config, prop_layer.Grid);
        pred_layer = nn.Conv2d(config.Width, 1, 1);
        RegisterComponents();
    }

    public TwoDTanConfig Config { get; }

    public override VideoSampling Sampling => VideoSampling.Average;

    public override int SampledClips => Config.SampledClips;

    public override int Clips => Config.Clips;

    public override long Width => Config.Width;

    public override ProposalOutput Ground(MomentBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Expect(batch.Video_BCV, "video features", -1, Config.SampledClips, Config.VideoWidth);
        Expect(batch.Words_BKE, "word vectors", -1, -1, Config.WordWidth);
        Tensor clips_BDN = frame_layer.forward(batch.Video_BCV.transpose(1, 2));
        Tensor map_BDNN = prop_layer.forward(clips_BDN);
        Tensor mask_NN = tensor(prop_layer.Grid.Mask, [Config.Clips, Config.Clips], device: clips_BDN.device).to(clips_BDN.dtype);
        Tensor sentence_BD = fusion_layer.Encode(batch.Words_BKE, batch.WordMask_BK);
        Tensor fused_BDNN = fusion_layer.Fuse(sentence_BD, map_BDNN, mask_NN.unsqueeze(0).unsqueeze(0));
        Tensor scores_BNN = pred_layer.forward(map_layer.forward(fused_BDNN)).squeeze(1) * mask_NN;
        Tensor all_BT = ones([clips_BDN.size(0), Config.Clips], ScalarType.Bool, clips_BDN.device);
        return new ProposalOutput(clips_BDN.transpose(1, 2), all_BT, sentence_BD, scores_BNN, mask_NN);
    }
}
