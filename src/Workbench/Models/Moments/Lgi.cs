using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, T segments, V feature width, K words, D width, P phrases.

/// <summary>
/// Local-global video-text interactions (Mun et al., CVPR 2020; released code LGI.py): start and end by regression from a summary of the segments. Parameter names are
/// those of released checkpoints: <c>query_enc.embedding.weight</c>, <c>vti_fn.local_fn.0.blocks.0.0.weight</c>, ….
/// </summary>
public sealed class Lgi : MomentModel
{
    public readonly LgiQueryEncoder query_enc;
    public readonly LgiVideoEncoder video_enc;
    public readonly PhraseEncoder? sqan;
    public readonly LocalGlobalInteraction vti_fn;
    public readonly LocationRegressor ta_reg_fn;

    /// <exception cref="ArgumentException">Values that no model can be made of.</exception>
    public Lgi(LgiConfig config) : base(nameof(Lgi))
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Check();
        Config = config;
        query_enc = new LgiQueryEncoder(config);
        video_enc = new LgiVideoEncoder(config);
        sqan = config.Phrases > 1 ? new PhraseEncoder(config) : null;
        vti_fn = new LocalGlobalInteraction(config);
        ta_reg_fn = new LocationRegressor(config);
        RegisterComponents();
    }

    public LgiConfig Config { get; }

    public override VideoSampling Sampling => VideoSampling.Strided;

    public override int SampledClips => Config.Segments;

    public override int Clips => Config.Segments;

    public override long Width => Config.Width;

    public override RegressionOutput Ground(MomentBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Expect(batch.Video_BCV, "video features", -1, Config.Segments, Config.VideoWidth);
        int words = (int)Math.Min(batch.WordIds_BK.size(1), Config.MaximumWords);
        Tensor wordMask_BK = batch.WordMask_BK.narrow(1, 0, words);
        (Tensor words_BKD, Tensor sentence_BD) = query_enc.Encode(batch.WordIds_BK.narrow(1, 0, words), wordMask_BK);
        Tensor segments_BTD = video_enc.forward(batch.Video_BCV, batch.VideoMask_BC);
        (Tensor phrases_BPD, Tensor? attention_BPK) = sqan is null ? (sentence_BD.unsqueeze(1), null) : sqan.Encode(sentence_BD, words_BKD, wordMask_BK);
        Tensor seen_BTD = vti_fn.Interact(segments_BTD, batch.VideoMask_BC, phrases_BPD);
        (Tensor location_B2, Tensor time_BT) = ta_reg_fn.Locate(seen_BTD, batch.VideoMask_BC);
        return new RegressionOutput(segments_BTD, batch.VideoMask_BC, sentence_BD, location_B2, time_BT, attention_BPK);
    }

    /// <summary>Starts the word embedding from given vectors, (vocabulary, width).</summary>
    /// <exception cref="ArgumentException">They have another shape.</exception>
    public void StartFrom(Tensor vectors_VE)
    {
        ArgumentNullException.ThrowIfNull(vectors_VE);
        Expect(vectors_VE, "word vectors", Config.Vocabulary, Config.WordWidth);
        using var noGrad = no_grad();
        query_enc.embedding.weight!.copy_(vectors_VE);
    }
}
