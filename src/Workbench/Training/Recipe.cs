using System.Text.Json.Serialization;
using TorchSharp.Modules;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Losses;
using Workbench.Models;
using Workbench.Transport;

namespace Workbench.Training;

/// <summary>
/// Everything that decides a training run of What-When-Where. A table's row is <c>recipe with { one thing }</c>; the run file keeps the
/// whole record and its hash. Use <see cref="For"/>: the two presets set every switch on which paper and released code disagree.
/// </summary>
public sealed record Recipe
{
    public string Name { get; init; } = "what-when-where";
    public Fidelity Fidelity { get; init; } = Fidelity.Paper;
    public long Seed { get; init; } = 1;

    /// <summary>Train the global branch (when).</summary>
    public bool GlobalLoss { get; init; } = true;

    /// <summary>Train the local branch (where).</summary>
    public bool LocalLoss { get; init; } = true;

    /// <summary>Weight of the local loss. Released code: chunks are summed, so 4 chunks of a batch weigh 4 means (systems.md 1.8).</summary>
    public double LocalWeight { get; init; } = 1;

    public ContrastiveLoss Loss { get; init; } = ContrastiveLoss.Equation1;

    /// <summary>δ of <see cref="ContrastiveLoss.MaskedMargin"/>.</summary>
    public double Margin { get; init; } = 0.001;

    /// <summary>
    /// The local loss takes its negatives from batch/chunks clips. Paper: the batch (1). Released code: 4, a consequence of its 4 GPUs.
    /// </summary>
    public int LocalChunks { get; init; } = 1;

    public CrossModalConfig Attention { get; init; } = new();

    /// <summary>Train with sound beside frames and words (Table 11); null: without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AudioRecipe? Audio { get; init; }

    /// <summary>d, the width of the common space; 0 takes the backbone's width.</summary>
    public long Width { get; init; }

    public bool GatedGlobal { get; init; }

    public ModelStart Start { get; init; }

    public FrameSelection Selection { get; init; } = FrameSelection.Paper;

    /// <summary>U, candidate frames a clip at 1 fps (published recipe: 16; Table 9's best: 80).</summary>
    public int CandidateFrames { get; init; } = 16;

    public ClipPooling Pooling { get; init; } = ClipPooling.MeanOfSelected;

    /// <summary>
    /// Where the candidate frames start. Paper: frames "before and after the ASR boundaries" (section 3.2), so centred on the caption, which
    /// is the released loader's --early_start; published recipe: from a random second of the caption on, which for captions shorter than U
    /// seconds is their start.
    /// </summary>
    public SeekRule Seek { get; init; } = SeekRule.Early;

    /// <summary>Captions shorter than this are widened about their centre, in seconds (released code: 5).</summary>
    public double MinimumSeconds { get; init; } = 5;

    public EpochRule EpochRule { get; init; } = EpochRule.OneCaptionPerVideo;
    public int Epochs { get; init; } = 10;

    /// <summary>Training stops after this many steps where it is positive, whatever <see cref="Epochs"/> says.</summary>
    public int Steps { get; init; }

    public int BatchSize { get; init; } = 64;
    public Optimiser Optimiser { get; init; } = Optimiser.Adam;
    public double LearningRate { get; init; } = 1e-4;

    /// <summary>
    /// Rate at which the backbone itself is trained, on pixels instead of features (CLIP*); 0 keeps it frozen. Paper, appendix 8.1: 1e-7
    /// (<see cref="PaperBackboneLearningRate"/>) beside 1e-4. The released README trains CLIP* in two runs instead: the backbone first, by the global loss
    /// on 8 frames without selection, then the rest on its frozen features; that script was not published. Here: <see cref="LocalLoss"/> and selection
    /// off in a first recipe, then a second one on the weights that it leaves.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] // Recipes of frozen backbones keep the text, and so the hash, that they had before.
    public double BackboneLearningRate { get; init; }

    /// <summary>The paper's rate for CLIP's own weights.</summary>
    public const double PaperBackboneLearningRate = 1e-7;

    /// <summary>Decoupled weight decay; used by <see cref="Optimiser.AdamW"/> only.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Linear warm-up, then half a cosine to 0 (released code 537: 5,000 steps; the paper is silent).</summary>
    public int WarmupSteps { get; init; } = 5000;

    /// <summary>The recipe of a preset. Sources: systems.md sections 1.1-1.10 and 10.</summary>
    public static Recipe For(Fidelity fidelity) => fidelity == Fidelity.Paper ? new() : new()
    {
        Fidelity = Fidelity.ReleasedCode,
        Loss = ContrastiveLoss.Joint,
        LocalChunks = 4,
        LocalWeight = 4,
        Attention = CrossModalConfig.For(Fidelity.ReleasedCode),
        Selection = FrameSelection.ReleasedCode,
        Pooling = ClipPooling.MeanOfCandidates,
        Seek = SeekRule.Random,
        Epochs = 15,
        Optimiser = Optimiser.AdamW,
        WeightDecay = 0.01,
    };

    /// <summary>The model this recipe trains on features of the given width.</summary>
    public GlobalLocalConfig ModelConfig(long featureWidth) => GlobalLocalConfig.ForWidth(featureWidth, Fidelity) with
    {
        Width = Width > 0 ? Width : featureWidth,
        GatedGlobal = GatedGlobal,
        Attention = Attention,
        Audio = Audio?.Model ?? new(),
    };

    /// <summary>The model this recipe trains on a backbone's features.</summary>
    public GlobalLocalConfig ModelConfig(IBackbone backbone)
    {
        ArgumentNullException.ThrowIfNull(backbone);
        return ModelConfig(backbone.Width) with { RegionWidth = backbone.RegionWidth, WordWidth = backbone.WordWidth };
    }

    /// <summary>
    /// An untrained model of this recipe, drawn with its seed. <see cref="ModelStart.Backbone"/>: the global projections hand the backbone's
    /// joint space on; the local ones do what brings its regions and words there.
    /// </summary>
    public GlobalLocalModel NewModel(IBackbone backbone)
    {
        TorchSharp.torch.manual_seed(Seed);
        var model = new GlobalLocalModel(ModelConfig(backbone));
        if (Start == ModelStart.Backbone)
            model.StartFrom(backbone.JoinRegions, backbone.JoinWords);
        return model;
    }

    /// <summary>An untrained model of this recipe on features that all have one width, drawn with its seed.</summary>
    public GlobalLocalModel NewModel(long featureWidth)
    {
        TorchSharp.torch.manual_seed(Seed);
        var model = new GlobalLocalModel(ModelConfig(featureWidth));
        if (Start == ModelStart.Backbone)
            model.MakeIdentity();
        return model;
    }

    /// <summary>The optimiser of this recipe for its model; what is for sound alone at its own rate.</summary>
    public TorchSharp.torch.optim.Optimizer NewOptimizer(GlobalLocalModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (Audio is not { LearningRateFactor: not 1 } audio)
            return NewOptimizer(model.parameters(), LearningRate);
        ILookup<bool, Parameter> sound = model.named_parameters().ToLookup(p => p.name.StartsWith("audio_", StringComparison.Ordinal), p => p.parameter);
        double faster = LearningRate * audio.LearningRateFactor;
        return Optimiser == Optimiser.AdamW
            ? TorchSharp.torch.optim.AdamW([new AdamW.ParamGroup(sound[false], lr: LearningRate, weight_decay: WeightDecay), new AdamW.ParamGroup(sound[true], lr: faster, weight_decay: WeightDecay)])
            : TorchSharp.torch.optim.Adam([new Adam.ParamGroup(sound[false], lr: LearningRate), new Adam.ParamGroup(sound[true], lr: faster)]);
    }

    /// <summary>The optimiser of this recipe at a rate.</summary>
    public TorchSharp.torch.optim.Optimizer NewOptimizer(IEnumerable<Parameter> parameters, double rate) => Optimiser == Optimiser.AdamW
        ? TorchSharp.torch.optim.AdamW(parameters, lr: rate, weight_decay: WeightDecay)
        : TorchSharp.torch.optim.Adam(parameters, lr: rate);

    /// <exception cref="ArgumentException">Values that cannot be trained with.</exception>
    public void Check()
    {
        if (!GlobalLoss && !LocalLoss)
            throw new ArgumentException($"Recipe '{Name}' trains nothing: both losses are off.");
        if (BatchSize < 2 || LocalChunks < 1 || BatchSize % LocalChunks != 0 || BatchSize / LocalChunks < 2)
            throw new ArgumentException($"Recipe '{Name}': a batch of {BatchSize} cannot be cut into {LocalChunks} equal chunks of at least 2 clips.");
        if (CandidateFrames < 1 || Selection.Frames < 1 || Selection.Frames > CandidateFrames)
            throw new ArgumentException($"Recipe '{Name}': {Selection.Frames} frames cannot be selected from {CandidateFrames} candidates.");
        if (Audio is { LearningRateFactor: not > 0 })
            throw new ArgumentException($"Recipe '{Name}': sound cannot be trained at {Audio.LearningRateFactor} times the learning rate.");
        if (Audio is { Model.Width: <= 0 })
            throw new ArgumentException($"Recipe '{Name}': the width of the sound's features is missing.");
        if (Audio is not null && BackboneLearningRate > 0)
            throw new ArgumentException($"Recipe '{Name}': sound and a backbone that is trained along are not to be had together.");
        if (!(BackboneLearningRate >= 0))
            throw new ArgumentException($"Recipe '{Name}': a learning rate of {BackboneLearningRate} for the backbone cannot be trained with; 0 keeps it frozen.");
        if (!(LearningRate > 0) || WarmupSteps < 0 || (Steps <= 0 && Epochs <= 0))
            throw new ArgumentException($"Recipe '{Name}': learning rate {LearningRate}, {WarmupSteps} warm-up steps, {Epochs} epochs, {Steps} steps cannot be trained with.");
    }
}
