namespace Workbench.Models.Moments;

/// <summary>
/// Shapes and switches of 2D-TAN (Zhang et al., AAAI 2020; bibliography key zhang2020twodtan). Defaults: Charades-STA, 16×16, K5L8, conv. Sources: the
/// released configurations, experiments/*.yaml.
/// </summary>
public sealed record TwoDTanConfig
{
    private static readonly int[] s_dense16 = [16], s_scales64 = [16, 8, 8], s_scales128 = [16, 8, 8, 8];

    /// <summary>Width of a clip's feature; 0: the data's. Charades-STA on VGG and TACoS on C3D 4,096, ActivityNet on C3D 500 (after PCA).</summary>
    public long VideoWidth { get; init; }

    /// <summary>Width of a word vector; 0: the data's. GloVe: 300.</summary>
    public long WordWidth { get; init; }

    /// <summary>D, the width of clips, sentences and map.</summary>
    public long Width { get; init; } = 512;

    /// <summary>Clips that a video is averaged to before anything is learnt.</summary>
    public int SampledClips { get; init; } = 256;

    /// <summary>Sampled clips that become one clip of the map.</summary>
    public int Stride { get; init; } = 16;

    /// <summary>N, clips of the map.</summary>
    public int Clips => SampledClips / Stride;

    /// <summary>Layers of each scale of the map (<see cref="ProposalGrid"/>).</summary>
    public IReadOnlyList<int> ScaleLayers { get; init; } = s_dense16;

    public ProposalPooling Pooling { get; init; } = ProposalPooling.Convolution;

    /// <summary>Layers of the sentence's LSTM.</summary>
    public int TextLayers { get; init; } = 3;

    /// <summary>Released code: no. Sscs section 3.2: "one three layer bidirectional LSTM". Each direction then has half the width.</summary>
    public bool Bidirectional { get; init; }

    public SentenceVector Sentence { get; init; } = SentenceVector.LastStep;

    /// <summary>Side of the map's convolutions.</summary>
    public int MapKernel { get; init; } = 5;

    /// <summary>The map's convolutions.</summary>
    public int MapLayers { get; init; } = 8;

    /// <summary>
    /// Released code: all padding before the first convolution, so that the first maps are (N + 32)². False does just that. True gives each layer only what is not zero
    /// and what later layers look at, with the same numbers: K5L8 on 16×16 then takes 39 % fewer operations.
    /// </summary>
    public bool SpreadPadding { get; init; } = true;

    /// <summary>IoU at which a moment begins to be a positive (loss; Charades-STA and ActivityNet 0.5, TACoS 0.3).</summary>
    public double TargetMinimum { get; init; } = 0.5;

    /// <summary>IoU from which a moment is a full positive (loss; Charades-STA and ActivityNet 1, TACoS 0.7).</summary>
    public double TargetMaximum { get; init; } = 1;

    /// <summary>Threshold of the suppression in evaluation (released table: Charades-STA conv 0.5, pool 0.45; TACoS conv 0.5, pool 0.4; ActivityNet 0.5).</summary>
    public double NmsThreshold { get; init; } = 0.5;

    /// <summary>Charades-STA: 16×16, K5L8.</summary>
    public static TwoDTanConfig Charades(ProposalPooling pooling = ProposalPooling.Convolution) => new()
    {
        VideoWidth = 4096,
        WordWidth = 300,
        Pooling = pooling,
        NmsThreshold = pooling == ProposalPooling.Max ? 0.45 : 0.5,
    };

    /// <summary>ActivityNet-Captions: 64×64, K9L4.</summary>
    public static TwoDTanConfig ActivityNet(ProposalPooling pooling = ProposalPooling.Max) => new()
    {
        VideoWidth = 500,
        WordWidth = 300,
        Stride = 4,
        ScaleLayers = s_scales64,
        Pooling = pooling,
        MapKernel = 9,
        MapLayers = 4,
    };

    /// <summary>TACoS: 128×128, K5L8.</summary>
    public static TwoDTanConfig Tacos(ProposalPooling pooling = ProposalPooling.Convolution) => new()
    {
        VideoWidth = 4096,
        WordWidth = 300,
        Stride = 2,
        ScaleLayers = s_scales128,
        Pooling = pooling,
        TargetMinimum = 0.3,
        TargetMaximum = 0.7,
        NmsThreshold = pooling == ProposalPooling.Max ? 0.4 : 0.5,
    };

    /// <exception cref="ArgumentException">Values that no model can be made of.</exception>
    public void Check()
    {
        if (VideoWidth < 1 || WordWidth < 1 || Width < 1 || (Bidirectional && Width % 2 != 0))
            throw new ArgumentException($"2D-TAN: widths of at least 1 were expected (an even one where the LSTM is bidirectional), got video {VideoWidth}, words {WordWidth}, {Width}.");
        if (Stride < 1 || SampledClips % Stride != 0)
            throw new ArgumentException($"2D-TAN: {SampledClips} sampled clips cannot be cut into clips of {Stride}.");
        if (MapKernel < 1 || MapKernel % 2 == 0 || MapLayers < 1 || TextLayers < 1)
            throw new ArgumentException($"2D-TAN: an odd kernel and at least one layer were expected, got kernel {MapKernel}, {MapLayers} map layers, {TextLayers} text layers.");
        if (!(TargetMinimum < TargetMaximum))
            throw new ArgumentException($"2D-TAN: target bounds must rise, got {TargetMinimum} and {TargetMaximum}.");
    }
}
