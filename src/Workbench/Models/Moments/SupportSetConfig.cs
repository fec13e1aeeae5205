namespace Workbench.Models.Moments;

/// <summary>
/// The switches of cross-supervision (Ding et al., ICCV 2021; bibliography key ding2021support). No code was published: what the paper leaves open is a switch here, with
/// the reason of its default.
/// </summary>
public sealed record SupportSetConfig
{
    public CrossSupervision Supervision { get; init; } = CrossSupervision.SupportSet;

    /// <summary>λ1, the weight of the contrastive objective; 0: none. Section 4.2: Charades-STA 0.1, TACoS 0.001.</summary>
    public double ContrastWeight { get; init; } = 0.1;

    /// <summary>λ2, the weight of the caption objective; 0: none. Section 4.2: Charades-STA 0.1, TACoS 0.001.</summary>
    public double CaptionWeight { get; init; } = 0.1;

    /// <summary>τ (section 4.2).</summary>
    public double Temperature { get; init; } = 0.1;

    public SupportSetConstruction Construction { get; init; } = SupportSetConstruction.Video;

    public SupportSetFunction Function { get; init; } = SupportSetFunction.CrossAttention;

    public EmbeddingHeads Heads { get; init; } = EmbeddingHeads.Base;

    /// <summary>D of <see cref="EmbeddingHeads.Linear"/>; 0: the base model's. Not said; the base models have 512.</summary>
    public long Width { get; init; }

    public EmbeddingSimilarity Similarity { get; init; } = EmbeddingSimilarity.Cosine;

    /// <summary>Of the contrastive objective over the batch: a sum in Eq. 2 and 6. λ1 then means something only together with the batch of 256.</summary>
    public BatchReduction Reduction { get; init; } = BatchReduction.Sum;

    public SameVideoPairs SameVideo { get; init; } = SameVideoPairs.Negative;

    public MomentTransform Transform { get; init; } = MomentTransform.Convolution;

    /// <summary>Clips under a convolution of <see cref="SupportSetFunction.Convolution"/> and <see cref="MomentTransform.Convolution"/>: 3, the smallest that sees neighbours; not said.</summary>
    public int ConvolutionKernel { get; init; } = 3;

    public CaptionDecoder Decoder { get; init; } = CaptionDecoder.Lstm;

    /// <summary>Over the words of a caption. "log p(l|w)" of a whole sentence is a sum; l is also called "the i-th word", and then it is neither. The mean keeps λ2 apart from the length of sentences.</summary>
    public WordAverage Words { get; init; } = WordAverage.Mean;

    /// <summary>The base model alone.</summary>
    public static SupportSetConfig None { get; } = new() { Supervision = CrossSupervision.None, ContrastWeight = 0, CaptionWeight = 0 };

    /// <summary>Charades-STA: λ1 = λ2 = 0.1.</summary>
    public static SupportSetConfig Charades { get; } = new();

    /// <summary>TACoS: λ1 = λ2 = 0.001.</summary>
    public static SupportSetConfig Tacos { get; } = new() { ContrastWeight = 0.001, CaptionWeight = 0.001 };

    /// <summary>ActivityNet-Captions, whose λ the paper does not give: TACoS' one, since its videos are minutes long as well and a wrong weight does least harm where it is small.</summary>
    public static SupportSetConfig ActivityNet { get; } = Tacos with { };

    /// <summary>True where something is added to the base model's loss.</summary>
    public bool Active => Supervision != CrossSupervision.None && (ContrastWeight > 0 || CaptionWeight > 0);

    /// <exception cref="ArgumentException">Values that cannot be trained with.</exception>
    public void Check()
    {
        if (!(Temperature > 0) || ContrastWeight < 0 || CaptionWeight < 0 || ConvolutionKernel < 1 || ConvolutionKernel % 2 == 0)
            throw new ArgumentException($"Cross-supervision: a positive temperature, weights of at least 0 and an odd kernel were expected, got τ {Temperature}, λ {ContrastWeight} and {CaptionWeight}, kernel {ConvolutionKernel}.");
    }
}
