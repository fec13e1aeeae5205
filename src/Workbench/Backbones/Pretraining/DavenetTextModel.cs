using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>A DAVEnet and a word-vector text tower with heads into one space, under names of which <see cref="DavenetWeights"/> finds the DAVEnet's.</summary>
/// <remarks>
/// Shapes: B windows or texts, M bands, F frames, f steps, D width of a step, K word slots, J width of the joint space. A window is the mean of its steps behind one
/// matrix (AVLnet: the same with a gated unit); as that is linear, a second's feature goes through it alike. The text tower is MIL-NCE's.
/// Sources: roudimit/AVLnet, model.py; antoine77340/S3D_HowTo100M, s3dg.py.
/// </remarks>
public sealed class DavenetTextModel : nn.Module
{
    private readonly DavenetModel DAVEnet;
    private readonly Linear fc;
    private readonly S3dText text_module;

    /// <summary>Makes a model with fresh weights from libtorch's global generator: call <c>manual_seed</c> first.</summary>
    /// <param name="config">Of the DAVEnet.</param>
    /// <param name="words">Rows of the word embedding; row 0 is padding.</param>
    /// <param name="wordEmbedding">Width of a word's vector.</param>
    /// <param name="wordWidth">Width of a word behind fc1.</param>
    /// <param name="jointWidth">J.</param>
    public DavenetTextModel(DavenetConfig config, int words, int wordEmbedding, int wordWidth, int jointWidth)
        : base(nameof(DavenetTextModel))
    {
        ArgumentNullException.ThrowIfNull(config);
        DAVEnet = new DavenetModel(config);
        fc = nn.Linear(config.Widths[^1], jointWidth);
        text_module = new S3dText(new S3dConfig { Words = words, WordEmbedding = wordEmbedding, WordWidth = wordWidth, JointWidth = jointWidth });
        RegisterComponents();
    }

    public DavenetModel Sound => DAVEnet;

    public S3dText Text => text_module;

    /// <summary>Windows in the joint space, [B, J].</summary>
    /// <param name="logMel_BMF">Spectrograms, [B, M, F].</param>
    public Tensor Windows(Tensor logMel_BMF)
    {
        using DisposeScope scope = NewDisposeScope();
        return Join(DAVEnet.forward(logMel_BMF).mean(new long[] { 2 })).MoveToOuterDisposeScope();
    }

    /// <summary>Anything of width D into the joint space, (…, D) to (…, J).</summary>
    public Tensor Join(Tensor sound) => fc.forward(sound);

    /// <summary>Texts in the joint space, [B, J].</summary>
    /// <param name="texts">B texts.</param>
    /// <param name="vocabulary">Whose words have rows in the embedding.</param>
    /// <param name="slots">K.</param>
    public Tensor Texts(IReadOnlyList<string> texts, WordVocabulary vocabulary, int slots)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var ids = new long[texts.Count * slots];
        for (int i = 0; i < texts.Count; i++)
        {
            int[] words = vocabulary.Encode(texts[i], slots);
            for (int k = 0; k < words.Length; k++)
                ids[i * slots + k] = words[k];
        }

        using DisposeScope scope = NewDisposeScope();
        return Text.Pool(Text.forward(tensor(ids, [texts.Count, slots]))).MoveToOuterDisposeScope();
    }
}
