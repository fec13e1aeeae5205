using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Models;
using Workbench.Models.Comma;

namespace Workbench.Training.Comma;

/// <summary>Everything that decides a training run of CoMMA or of a trained baseline. A table's row is <c>recipe with { one thing }</c>; the run file keeps the whole record.</summary>
public sealed record CommaRecipe
{
    private static readonly JsonSerializerOptions s_format = new() { Converters = { new JsonStringEnumConverter() } };

    public string Name { get; init; } = "comma";
    public Fidelity Fidelity { get; init; } = Fidelity.Paper;
    public long Seed { get; init; } = 1;
    public CommaMethod Method { get; init; }
    public CommaForm Form { get; init; }
    public CommaLayers Layers { get; init; }
    public RegionAttention Regions { get; init; }
    public int Modules { get; init; } = 1;
    public MaskForm Mask { get; init; }
    public CrossModalConfig Attention { get; init; } = CommaConfig.For(Fidelity.Paper).Attention;

    /// <summary>Common width; 0 takes the backbone's joint width.</summary>
    public long Width { get; init; }

    /// <summary>Layers of <see cref="CommaMethod.FullSentinel"/>.</summary>
    public int SentinelLayers { get; init; } = 2;

    /// <summary>Width of the MLPs of <see cref="CommaMethod.PhraseGrounding"/>.</summary>
    public long PhraseWidth { get; init; } = 384;

    public ModelStart Start { get; init; }
    public CommaLoss Loss { get; init; }
    public SentenceForm SentenceForm { get; init; }

    /// <summary>λ of <see cref="CommaLoss.WordAndSentence"/>.</summary>
    public double SentenceWeight { get; init; } = 0.005;

    /// <summary>Time steps of a clip; S3D-G gives 2 of 7×7 for 16 frames at 5 a second. On features at 1 a second they are successive seconds.</summary>
    public int Steps7x7 { get; init; } = 2;

    /// <summary>Captions shorter than this are widened about their middle, in seconds.</summary>
    public double MinimumSeconds { get; init; } = 5;

    public SeekRule Seek { get; init; } = SeekRule.Random;
    public EpochRule EpochRule { get; init; } = EpochRule.EveryCaption;
    public int Epochs { get; init; } = 10;

    /// <summary>Training stops after this many steps where it is positive, whatever <see cref="Epochs"/> says.</summary>
    public int Steps { get; init; }

    public int BatchSize { get; init; } = 512;
    public double LearningRate { get; init; } = 1e-4;

    /// <summary>Of AdamW; its default, which neither paper nor code changes.</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Linear warm-up, then half a cosine. Null: one epoch, as the paper says; released code: 5,000 steps.</summary>
    public int? WarmupSteps { get; init; }

    /// <summary>The preset of the paper or of the code (systems.md sections 2.1-2.3, 10).</summary>
    public static CommaRecipe For(Fidelity fidelity) => fidelity == Fidelity.Paper ? new() : new()
    {
        Fidelity = Fidelity.ReleasedCode,
        Attention = CommaConfig.For(Fidelity.ReleasedCode).Attention,
        SentenceForm = SentenceForm.Released,
        WarmupSteps = 5000,
    };

    /// <summary>Every switch by name, in a fixed order.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_format);

    /// <summary>An untrained model on a backbone's features, drawn with the seed.</summary>
    public TorchSharp.torch.nn.Module NewModel(IBackbone backbone)
    {
        ArgumentNullException.ThrowIfNull(backbone);
        return NewModel(backbone.RegionWidth, backbone.WordWidth, Width > 0 ? Width : backbone.Width, backbone.GridSize * backbone.GridSize, backbone.JoinRegions, backbone.JoinWords);
    }

    /// <summary>The same on features of any widths.</summary>
    /// <param name="regionWidth">Of a region.</param>
    /// <param name="wordWidth">Of a word.</param>
    /// <param name="width">Common.</param>
    /// <param name="cells">Regions of a time step.</param>
    /// <param name="joinRegions">What <see cref="ModelStart.Backbone"/> begins with; null: the region as it is.</param>
    /// <param name="joinWords">The same for words.</param>
    public TorchSharp.torch.nn.Module NewModel(
        long regionWidth, long wordWidth, long width, int cells,
        Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? joinRegions = null, Func<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>? joinWords = null)
    {
        TorchSharp.torch.manual_seed(Seed);
        if (Method == CommaMethod.PhraseGrounding)
            return new PhraseGroundingModel(regionWidth, wordWidth, PhraseWidth);
        if (Method == CommaMethod.FullSentinel)
        {
            var sentinel = new SentinelModel(regionWidth, wordWidth, width, SentinelLayers);
            if (Start == ModelStart.Backbone)
                sentinel.StartFrom(joinRegions ?? (x => x), joinWords ?? (x => x));
            return sentinel;
        }

        var model = new CommaModel(new CommaConfig
        {
            RegionWidth = regionWidth,
            WordWidth = wordWidth,
            Width = width,
            Cells = cells,
            Form = Form,
            Layers = Layers,
            Regions = Regions,
            Modules = Modules,
            Mask = Mask,
            Attention = Attention,
            WordValues = Loss != CommaLoss.Sentence,
        });
        if (Start == ModelStart.Backbone)
            model.StartFrom(joinRegions ?? (x => x), joinWords ?? (x => x));
        return model;
    }

    /// <summary>How clips are drawn, as the loader of What-When-Where takes it.</summary>
    public Recipe Sampling => new()
    {
        Name = Name,
        Seed = Seed,
        BatchSize = BatchSize,
        CandidateFrames = Steps7x7,
        MinimumSeconds = MinimumSeconds,
        Seek = Seek,
        EpochRule = EpochRule,
    };

    /// <exception cref="ArgumentException">Values that cannot be trained with.</exception>
    public void Check()
    {
        if (BatchSize < 2 || Steps7x7 < 1 || !(LearningRate > 0) || WarmupSteps < 0 || (Steps <= 0 && Epochs <= 0))
            throw new ArgumentException($"Recipe '{Name}': {Steps7x7} time steps, batch {BatchSize}, learning rate {LearningRate}, {WarmupSteps} warm-up steps, {Epochs} epochs, {Steps} steps cannot be trained with.");
        if ((Method, Loss) is (CommaMethod.FullSentinel, not CommaLoss.Sentence) or (CommaMethod.PhraseGrounding, not CommaLoss.Word))
            throw new ArgumentException($"Recipe '{Name}': {Method} cannot be trained with the loss {Loss}.");
    }
}
