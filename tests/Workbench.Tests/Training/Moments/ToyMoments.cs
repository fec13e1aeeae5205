using Workbench.Data;
using Workbench.Experiments.Moments;
using Workbench.Models.Moments;
using Workbench.Training.Moments;

namespace Workbench.Tests.Training.Moments;

/// <summary>A world of 6 things, each with a word and an axis of its own: a video of 24 s shows two of them for 8 s each, and a sentence names one.</summary>
internal sealed class ToyMoments : IDisposable
{
    public const int Things = 6, Seconds = 24;
    private readonly TemporaryFolder _folder = new();

    public ToyMoments(int videos = 16)
    {
        var random = new Random(2);
        var queries = new List<MomentQuery>();
        using (FeatureStoreWriter writer = FeatureStoreWriter.Open(_folder.Path, new FeatureStoreInfo("toy")))
            for (int v = 0; v < videos; v++)
            {
                var values = new float[Seconds * Things];
                for (int i = 0; i < values.Length; i++)
                    values[i] = (float)(random.NextDouble() - 0.5) * 0.2f;
                int first = random.Next(Things), second = (first + 1 + random.Next(Things - 1)) % Things;
                foreach ((int thing, int from) in new[] { (first, random.Next(4)), (second, 12 + random.Next(4)) })
                {
                    for (int s = from; s < from + 8; s++)
                        values[(s * Things) + thing] += 1;
                    queries.Add(new MomentQuery($"toy{v:00}", $"person holds thing{thing}", new Segment(from, from + 8), Seconds));
                }

                writer.Append($"toy{v:00}", ("global", new FeatureArray(values, [Seconds, Things])));
            }

        Store = FeatureStore.Open(_folder.Path);
        Queries = queries;
        Words = new WordVectors("toy", Things, Enumerable.Range(0, Things).Select(t => KeyValuePair.Create($"thing{t}", Enumerable.Range(0, Things).Select(i => i == t ? 1f : 0).ToArray())));
        Vocabulary = new MomentVocabulary(queries.Select(q => q.Sentence), WordSplit.Blanks);
    }

    public string Folder => _folder.Path;
    public FeatureStore Store { get; }
    public IReadOnlyList<MomentQuery> Queries { get; }
    public WordVectors Words { get; }
    public MomentVocabulary Vocabulary { get; }

    public static MomentRecipe Recipe(MomentBase model) => (model == MomentBase.TwoDTan
        ? MomentRecipe.OfTwoDTan(new TwoDTanConfig { Width = 16, SampledClips = 24, Stride = 2, ScaleLayers = s_scales, MapKernel = 3, MapLayers = 2, TextLayers = 1 })
        : MomentRecipe.OfLgi(new LgiConfig { Width = 16, WordWidth = 0, StartFromWordVectors = true, Segments = 24, AttentionWidth = 8, LocalKernel = 5, GlobalHeads = 2 })) with
    {
        BatchSize = 8,
        Steps = 12,
        LearningRate = 3e-3,
        Support = new SupportSetConfig { Reduction = BatchReduction.Mean },
        WindowSeconds = 20,
        Plateau = PlateauRule.AsMeant,
        PlateauPatience = 0,
    };

    private static readonly int[] s_scales = [12];

    public MomentInputs Inputs => new()
    {
        Name = "toy",
        Features = "toy",
        TrainingStore = Store,
        TestingStore = Store,
        Training = Queries,
        Testing = Queries,
        Words = Words,
    };

    public MomentClips Clips(MomentRecipe recipe) => new(Store, Queries, recipe, Words, Vocabulary);

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }
}
