using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Word vectors out of a frozen backbone, for where no GloVe is at hand: each word is encoded as a sentence of its own, and its word slots are averaged.</summary>
public static class BackboneWords
{
    /// <summary>The vectors of words; every word has one.</summary>
    public static WordVectors Of(IBackbone backbone, IEnumerable<string> words, int batch = 64)
    {
        ArgumentNullException.ThrowIfNull(backbone);
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        using var noGrad = no_grad();
        foreach (string[] part in words.Distinct(StringComparer.Ordinal).Chunk(batch))
        {
            using var scope = NewDisposeScope();
            TextFeatures features = backbone.EncodeText(part);
            Tensor mask_BK1 = features.Mask_BK.unsqueeze(2).to(features.Words_BKD.dtype);
            Tensor mean_BD = ((features.Words_BKD * mask_BK1).sum(1) / mask_BK1.sum(1).clamp_min(1)).to(ScalarType.Float32).cpu().contiguous();
            float[] values = mean_BD.data<float>().ToArray();
            for (int i = 0; i < part.Length; i++)
                vectors[part[i]] = values[(i * backbone.WordWidth)..((i + 1) * backbone.WordWidth)];
        }

        return new WordVectors($"words of {backbone.Name}", backbone.WordWidth, vectors);
    }
}
