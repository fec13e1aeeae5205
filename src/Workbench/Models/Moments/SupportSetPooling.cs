using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences with a video each, T clips, D width.

/// <summary>A support set as one vector, by one of the six functions of Sscs section 3.4. Rows whose set is empty are zero.</summary>
public sealed class SupportSetPooling : nn.Module
{
    public readonly Linear? fc;
    public readonly Conv1d? conv;
    private readonly SupportSetConfig config;

    public SupportSetPooling(SupportSetConfig config, int clips, long width) : base(nameof(SupportSetPooling))
    {
        ArgumentNullException.ThrowIfNull(config);
        this.config = config;
        if (config.Function == SupportSetFunction.FullyConnected)
            fc = nn.Linear(clips * width, width);
        if (config.Function == SupportSetFunction.Convolution)
            conv = nn.Conv1d(width, width, config.ConvolutionKernel, padding: config.ConvolutionKernel / 2);
        RegisterComponents();
    }

    /// <summary>w, (B, D).</summary>
    /// <param name="clips_BTD">X.</param>
    /// <param name="sentence_BD">Y; only cross-attention looks at it.</param>
    /// <param name="set_BT">1 where a clip is in the set.</param>
    public Tensor Pool(Tensor clips_BTD, Tensor sentence_BD, Tensor set_BT)
    {
        Tensor inSet_BT = set_BT.to(ScalarType.Bool), has_B1 = set_BT.sum(1, true).clamp_max(1), kept_BTD = clips_BTD * set_BT.unsqueeze(2);
        Tensor pooled_BD = config.Function switch
        {
            SupportSetFunction.CrossAttention or SupportSetFunction.SelfAttention => Weighted(clips_BTD, Attention(clips_BTD, sentence_BD, inSet_BT)),
            SupportSetFunction.FullyConnected => fc!.forward(kept_BTD.reshape(kept_BTD.size(0), -1)),
            SupportSetFunction.Convolution => Mean(conv!.forward(kept_BTD.transpose(1, 2)).transpose(1, 2), set_BT),
            SupportSetFunction.MaxPooling => clips_BTD.masked_fill(inSet_BT.logical_not().unsqueeze(2), -1e9).amax(new long[] { 1 }),
            _ => Mean(clips_BTD, set_BT),
        };
        return pooled_BD * has_B1;
    }

    /// <summary>a of Eq. 4 or 8, (B, T); rows sum to 1 over the set.</summary>
    public Tensor Attention(Tensor clips_BTD, Tensor sentence_BD, Tensor inSet_BT)
    {
        Tensor unit_BTD = nn.functional.normalize(clips_BTD, dim: 2);
        Tensor logits_BT;
        if (config.Function == SupportSetFunction.CrossAttention)
            logits_BT = matmul(unit_BTD, nn.functional.normalize(sentence_BD, dim: 1).unsqueeze(2)).squeeze(2);
        else
        {
            // A row sum of SᵀS is the product of a clip with the sum of the set.
            Tensor compared_BTD = config.Similarity == EmbeddingSimilarity.Cosine ? unit_BTD : clips_BTD;
            logits_BT = matmul(compared_BTD, (compared_BTD * inSet_BT.unsqueeze(2).to(clips_BTD.dtype)).sum(1).unsqueeze(2)).squeeze(2);
        }

        return (logits_BT / config.Temperature).masked_fill(inSet_BT.logical_not(), -1e9).softmax(1);
    }

    /// <summary>The mean over a set, zero where it is empty.</summary>
    internal static Tensor Mean(Tensor clips_BTD, Tensor set_BT) => (clips_BTD * set_BT.unsqueeze(2)).sum(1) / set_BT.sum(1, true).clamp_min(1);

    private static Tensor Weighted(Tensor clips_BTD, Tensor weight_BT) => matmul(weight_BT.unsqueeze(1), clips_BTD).squeeze(1);
}
