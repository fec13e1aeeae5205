using TorchSharp;
using Workbench.Backbones;
using static TorchSharp.torch;

namespace Workbench.Training;

/// <summary>Text features by sentence, encoded once each. Kept in memory: 20 words of width 512 are 42 kB a sentence.</summary>
public sealed class TextBank(IBackbone backbone, int batchSize = 64) : IDisposable
{
    private readonly Dictionary<string, TextFeatures> known = new(StringComparer.Ordinal);

    public IBackbone Backbone { get; } = backbone;

    /// <summary>Features of the sentences, in their order. The result belongs to the caller's dispose scope.</summary>
    public TextFeatures Encode(IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        string[] missing = [.. sentences.Where(s => !known.ContainsKey(s)).Distinct(StringComparer.Ordinal)];
        foreach (string[] part in missing.Chunk(batchSize))
            Add(part);
        return new TextFeatures(
            stack(sentences.Select(s => known[s].Global_BD)), stack(sentences.Select(s => known[s].Words_BKD)), stack(sentences.Select(s => known[s].Mask_BK)));
    }

    private void Add(string[] sentences)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        TextFeatures features = Backbone.EncodeText(sentences);
        for (int i = 0; i < sentences.Length; i++)
            known[sentences[i]] = new TextFeatures(
                Keep(features.Global_BD[i]), Keep(features.Words_BKD[i]), Keep(features.Mask_BK[i]));

        static Tensor Keep(Tensor row) => row.clone().DetachFromDisposeScope();
    }

    public void Dispose()
    {
        foreach (TextFeatures features in known.Values)
        {
            features.Global_BD.Dispose();
            features.Words_BKD.Dispose();
            features.Mask_BK.Dispose();
        }
        known.Clear();
    }
}
