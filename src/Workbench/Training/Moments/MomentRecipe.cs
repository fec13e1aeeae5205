using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Data;
using Workbench.Models.Moments;

namespace Workbench.Training.Moments;

/// <summary>
/// Everything that decides a training run of a model of moments. A table's row is <c>recipe with { one thing }</c>; the run file keeps the whole record and its hash.
/// </summary>
public sealed record MomentRecipe
{
    private static readonly JsonSerializerOptions s_format = new() { Converters = { new JsonStringEnumConverter() }, IgnoreReadOnlyProperties = true };

    public string Name { get; init; } = "moments";
    public long Seed { get; init; } = 1;
    public MomentBase Base { get; init; }

    /// <summary>The base model where it is 2D-TAN.</summary>
    public TwoDTanConfig TwoDTan { get; init; } = new();

    /// <summary>The base model where it is LGI.</summary>
    public LgiConfig Lgi { get; init; } = new();

    /// <summary>The branch beside it.</summary>
    public SupportSetConfig Support { get; init; } = SupportSetConfig.None;

    public WordSplit Split { get; init; } = WordSplit.Blanks;

    /// <summary>Words that a sentence is cut to; 0: none (2D-TAN; LGI cuts by <see cref="LgiConfig.MaximumWords"/>).</summary>
    public int MaximumWords { get; init; }

    /// <summary>Seconds of a video that the model is shown, drawn anew each time (<see cref="Data.MomentSample.Part"/>); 0: the whole video, as published.</summary>
    public int WindowSeconds { get; init; }

    public int Epochs { get; init; } = 100;

    /// <summary>Training stops after this many steps where it is positive, whatever <see cref="Epochs"/> says.</summary>
    public int Steps { get; init; }

    public int BatchSize { get; init; } = 32;

    /// <summary>Of Adam. 2D-TAN 1e-4 at batch 32, LGI 4e-4 at batch 100; Sscs prints 1.6e-2 at batch 256, at which neither is likely to train (<see cref="Printed"/>).</summary>
    public double LearningRate { get; init; } = 1e-4;

    /// <summary>Norm to which gradients are cut; 0: not. 2D-TAN 10.</summary>
    public double ClipNorm { get; init; } = 10;

    public PlateauRule Plateau { get; init; } = PlateauRule.Never;

    /// <summary>Of the plateau rule; 2D-TAN 0.8, PyTorch 0.1.</summary>
    public double PlateauFactor { get; init; } = 0.8;

    /// <summary>Of the plateau rule, in epochs; 2D-TAN 20, PyTorch 10.</summary>
    public int PlateauPatience { get; init; } = 20;

    /// <summary>2D-TAN as released.</summary>
    public static MomentRecipe OfTwoDTan(TwoDTanConfig config) => new() { Name = "2d-tan", TwoDTan = config };

    /// <summary>LGI as released.</summary>
    public static MomentRecipe OfLgi(LgiConfig config) => new()
    {
        Name = "lgi",
        Base = MomentBase.Lgi,
        Lgi = config,
        Split = WordSplit.WithoutPunctuation,
        Epochs = 500,
        BatchSize = 100,
        LearningRate = 4e-4,
        ClipNorm = 0,
    };

    /// <summary>The optimiser as Sscs prints it (section 4.2): Adam at 1.6e-2, batch 256, ReduceLROnPlateau with PyTorch's values.</summary>
    public MomentRecipe Printed() => this with { LearningRate = 1.6e-2, BatchSize = 256, Plateau = PlateauRule.AsMeant, PlateauFactor = 0.1, PlateauPatience = 10 };

    /// <summary>An untrained model, drawn with the seed; sizes that are 0 are the data's.</summary>
    public MomentModel NewModel(long videoWidth, WordVectors words, MomentVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(vocabulary);
        TorchSharp.torch.manual_seed(Seed);
        if (Base == MomentBase.TwoDTan)
            return new TwoDTan(TwoDTan with { VideoWidth = Or(TwoDTan.VideoWidth, videoWidth), WordWidth = Or(TwoDTan.WordWidth, words.Width) });
        var lgi = new Lgi(Lgi with { VideoWidth = Or(Lgi.VideoWidth, videoWidth), Vocabulary = Or(Lgi.Vocabulary, vocabulary.Count), WordWidth = Or(Lgi.WordWidth, words.Width) });
        if (Lgi.StartFromWordVectors)
        {
            using TorchSharp.torch.Tensor vectors = TorchSharp.torch.tensor(vocabulary.Vectors(words), [vocabulary.Count, words.Width]);
            lgi.StartFrom(vectors);
        }

        return lgi;
    }

    /// <summary>The branch for a model of <see cref="NewModel"/>, drawn with the seed; null where nothing is added to the loss.</summary>
    public SupportSetBranch? NewBranch(MomentModel model, MomentVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        if (!Support.Active)
            return null;
        TorchSharp.torch.manual_seed(Seeds.Combine(Seed, 7));
        return new SupportSetBranch(Support, model, vocabulary.Count);
    }

    /// <summary>As JSON: every switch by name, in a fixed order.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_format);

    /// <exception cref="ArgumentException">Not a recipe.</exception>
    public static MomentRecipe FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<MomentRecipe>(json, s_format) ?? throw new ArgumentException("The recipe is empty.", nameof(json));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"Not a recipe of moments: {exception.Message}", nameof(json), exception);
        }
    }

    /// <exception cref="ArgumentException">Values that cannot be trained with.</exception>
    public void Check()
    {
        Support.Check();
        if (BatchSize < 2 || !(LearningRate > 0) || ClipNorm < 0 || (Steps <= 0 && Epochs <= 0) || PlateauFactor is <= 0 or >= 1 || PlateauPatience < 0)
            throw new ArgumentException($"Recipe '{Name}': batch {BatchSize}, learning rate {LearningRate}, clip norm {ClipNorm}, {Epochs} epochs, {Steps} steps, factor {PlateauFactor} and patience {PlateauPatience} cannot be trained with.");
    }

    private static long Or(long given, long data) => given > 0 ? given : data;
}
