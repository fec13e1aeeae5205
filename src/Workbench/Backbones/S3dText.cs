using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>MIL-NCE's text tower: word vectors, fc1 and ReLU for each word; the maximum over all slots and fc2 for the sentence.</summary>
/// <remarks>
/// Shapes: B sentences, K word slots, D width of a word behind fc1, J width of the joint space. Id 0 is padding and takes part in the
/// maximum as any word. Source: antoine77340/S3D_HowTo100M, s3dg.py, class Sentence_Embedding.
/// </remarks>
public sealed class S3dText : nn.Module<Tensor, Tensor>
{
    private readonly Embedding word_embd;
    private readonly Linear fc1;
    private readonly Linear fc2;

    public S3dText(S3dConfig config)
        : base(nameof(S3dText))
    {
        ArgumentNullException.ThrowIfNull(config);
        word_embd = nn.Embedding(config.Words, config.WordEmbedding);
        fc1 = nn.Linear(config.WordEmbedding, config.WordWidth);
        fc2 = nn.Linear(config.WordWidth, config.JointWidth);
        RegisterComponents();
    }

    /// <param name="input">Word ids, int64, [B, K].</param>
    /// <returns>Every slot, [B, K, D].</returns>
    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        return fc1.forward(word_embd.forward(input)).relu().MoveToOuterDisposeScope();
    }

    /// <summary>Sentences in the joint space, [B, J], from their slots.</summary>
    public Tensor Pool(Tensor words_BKD)
    {
        using DisposeScope scope = NewDisposeScope();
        return fc2.forward(words_BKD.amax(new long[] { 1 })).MoveToOuterDisposeScope();
    }

    /// <summary>Anything of width D into the joint space, (…, D) to (…, J): a word as a sentence of its own, without padding.</summary>
    public Tensor Join(Tensor words) => fc2.forward(words);
}
