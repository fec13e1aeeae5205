using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences with a video each, T clips, D width, L words.

/// <summary>
/// Cross-supervision (Sscs section 3.3.2): a branch beside a base model that looks at the embeddings which the base model fuses. It is a module of its own: the base model does
/// not know it, so that its answers are the same with and without.
/// </summary>
public sealed class SupportSetBranch : nn.Module
{
    public readonly Linear? psi;
    public readonly Linear? phi;
    public readonly SupportSetPooling? pooling;
    public readonly Conv1d? conv;
    public readonly SelfAttention? attention;
    public readonly CaptionWriter? writer;

    /// <param name="config">Switches.</param>
    /// <param name="model">The base model; only its sizes are asked for.</param>
    /// <param name="vocabulary">Words that captions are made of.</param>
    public SupportSetBranch(SupportSetConfig config, MomentModel model, long vocabulary) : base(nameof(SupportSetBranch))
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(model);
        config.Check();
        Config = config;
        long width = config.Heads == EmbeddingHeads.Linear && config.Width > 0 ? config.Width : model.Width;
        if (config.Heads == EmbeddingHeads.Linear)
            (psi, phi) = (nn.Linear(model.Width, width), nn.Linear(model.Width, width));
        if (config.Supervision == CrossSupervision.SupportSet)
            pooling = new SupportSetPooling(config, model.Clips, width);
        if (config.CaptionWeight > 0)
        {
            writer = new CaptionWriter(config.Decoder, width, vocabulary);
            if (config.Supervision == CrossSupervision.GroundTruthClips && config.Transform == MomentTransform.Convolution)
                conv = nn.Conv1d(width, width, config.ConvolutionKernel, padding: config.ConvolutionKernel / 2);
            else if (config.Supervision == CrossSupervision.GroundTruthClips)
                attention = new SelfAttention(width);
        }

        RegisterComponents();
    }

    public SupportSetConfig Config { get; }

    /// <summary>The scores and captions of a batch.</summary>
    /// <param name="output">What the base model made of it.</param>
    /// <param name="inside_BT">1 where a clip lies in the sentence's moment.</param>
    /// <param name="ids_BK">The sentences' words in the vocabulary.</param>
    /// <param name="wordMask_BK">True where there is one.</param>
    public SupportSetOutput Supervise(MomentOutput output, Tensor inside_BT, Tensor ids_BK, Tensor wordMask_BK)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(inside_BT);
        Tensor clips_BTD = psi is null ? output.Clips_BTD : psi.forward(output.Clips_BTD), sentence_BD = phi is null ? output.Sentence_BD : phi.forward(output.Sentence_BD);
        Tensor real_BT = output.ClipMask_BT.to(clips_BTD.dtype), moment_BT = inside_BT.to(clips_BTD.dtype) * real_BT;
        bool clipwise = Config.Supervision == CrossSupervision.GroundTruthClips;
        Tensor set_BT = clipwise || Config.Construction == SupportSetConstruction.GroundTruth ? moment_BT
            : Config.Construction == SupportSetConstruction.NonGroundTruth ? real_BT * (1 - moment_BT) : real_BT;
        Tensor has_B = set_BT.sum(1).clamp_max(1);
        Tensor? pooled_BD = pooling is not null ? pooling.Pool(clips_BTD, sentence_BD, set_BT) : writer is not null ? MomentVector(clips_BTD, set_BT) : null;
        Tensor? clipScores_BBT = null, scores_BB = null, logits_BLV = null, next_BL = null, nextMask_BL = null;
        if (Config.ContrastWeight > 0 && clipwise)
            clipScores_BBT = einsum("id,jtd->ijt", Compared(sentence_BD), Compared(clips_BTD)) / Config.Temperature;
        else if (Config.ContrastWeight > 0)
            scores_BB = matmul(Compared(pooled_BD!), Compared(sentence_BD).t()) / Config.Temperature;
        if (writer is not null)
        {
            (Tensor said_BL, next_BL, nextMask_BL) = Teach(ids_BK, wordMask_BK);
            logits_BLV = writer.Write(pooled_BD!, said_BL);
        }

        return new SupportSetOutput(clips_BTD, sentence_BD, set_BT, has_B, clipScores_BBT, scores_BB, pooled_BD, logits_BLV, next_BL, nextMask_BL);
    }

    private Tensor Compared(Tensor x) => Config.Similarity == EmbeddingSimilarity.Cosine ? nn.functional.normalize(x, dim: -1) : x;

    /// <summary>Φ' of Eq. 3.</summary>
    private Tensor MomentVector(Tensor clips_BTD, Tensor set_BT)
    {
        Tensor seen_BTD = conv is not null ? conv.forward((clips_BTD * set_BT.unsqueeze(2)).transpose(1, 2)).transpose(1, 2)
            : attention!.forward(clips_BTD, set_BT.to(ScalarType.Bool)).Output;
        return SupportSetPooling.Mean(seen_BTD, set_BT);
    }

    /// <summary>What is said before each place, and what is to be said there: the sentence between the signs of its beginning and end.</summary>
    private static (Tensor Said_BL, Tensor Next_BL, Tensor Mask_BL) Teach(Tensor ids_BK, Tensor wordMask_BK)
    {
        Tensor first_B1 = full_like(ids_BK.narrow(1, 0, 1), WordSigns.Start);
        Tensor said_BL = cat([first_B1, ids_BK], 1), length_B1 = wordMask_BK.to(ScalarType.Int64).sum(1, true);
        Tensor next_BL = cat([ids_BK, zeros_like(first_B1)], 1).scatter(1, length_B1, full_like(length_B1, WordSigns.End));
        Tensor mask_BL = arange(said_BL.size(1), ScalarType.Int64, ids_BK.device).unsqueeze(0).less_equal(length_B1);
        return (said_BL, next_BL, mask_BL);
    }
}
