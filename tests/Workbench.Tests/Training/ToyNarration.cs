using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Tests.Training;

/// <summary>
/// A world of 8 things in which every sentence names one and every clip shows it for 8 of its seconds, in one of 4 regions: small enough
/// to train on in a second, with features as a frozen backbone gives them.
/// </summary>
internal sealed class ToyNarration : IBackbone
{
    public const int Things = 8, Size = 16, Cells = 4, Seconds = 40;
    private readonly string folder = Directory.CreateTempSubdirectory("workbench-toy").FullName;

    public ToyNarration(int videos = 24, int seed = 5)
    {
        var random = new Random(seed);
        var captions = new Dictionary<string, IReadOnlyList<Clip>>();
        using (var writer = FeatureStoreWriter.Open(folder, new FeatureStoreInfo(Name)))
        {
            for (int v = 0; v < videos; v++)
            {
                string id = $"toy{v:00}";
                var global = new float[Seconds * Size];
                var local = new float[Seconds * Cells * Size];
                for (int i = 0; i < global.Length; i++)
                    global[i] = (float)(random.NextDouble() - 0.5) * 0.2f;
                for (int i = 0; i < local.Length; i++)
                    local[i] = (float)(random.NextDouble() - 0.5) * 0.2f;
                var clips = new List<Clip>();
                for (int part = 0; part < 2; part++)
                {
                    int thing = random.Next(Things), start = part * 20 + 4, cell = random.Next(Cells);
                    clips.Add(new Clip(id, new Segment(start - 2, start + 8), $"see thing{thing}"));
                    for (int s = start; s < start + 8; s++)
                    {
                        global[s * Size + thing] += 1;
                        local[(s * Cells + cell) * Size + thing] += 1;
                    }
                }
                captions[id] = clips;
                writer.Append(id, ("global", new FeatureArray(global, [Seconds, Size])), ("local", new FeatureArray(local, [Seconds, Cells, Size])));
            }
            writer.Complete();
        }
        Captions = captions;
        Store = FeatureStore.Open(folder);
    }

    public IReadOnlyDictionary<string, IReadOnlyList<Clip>> Captions { get; }
    public FeatureStore Store { get; }
    public string Name => "toy";
    public int Width => Size;
    public int GridSize => 2;
    public int InputSize => 8;

    public FrameFeatures EncodeFrames(Tensor frames_B3HW) => new(zeros(frames_B3HW.size(0), Size), zeros(frames_B3HW.size(0), Cells, Size));

    /// <summary>"see thing3": the word "see" is the same everywhere, the thing is an axis of its own.</summary>
    public TextFeatures EncodeText(IReadOnlyList<string> sentences)
    {
        var global = new float[sentences.Count * Size];
        var words = new float[sentences.Count * 4 * Size];
        var mask = new bool[sentences.Count * 4];
        for (int i = 0; i < sentences.Count; i++)
        {
            int thing = sentences[i][^1] - '0';
            global[i * Size + Things + thing % (Size - Things)] = 1;
            words[(i * 4) * Size] = 0.3f;
            words[(i * 4 + 1) * Size + Things + thing % (Size - Things)] = 1;
            (mask[i * 4], mask[i * 4 + 1]) = (true, true);
        }
        return new TextFeatures(tensor(global, [sentences.Count, Size]), tensor(words, [sentences.Count, 4, Size]), tensor(mask, [sentences.Count, 4]));
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
