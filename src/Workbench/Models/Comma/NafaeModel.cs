using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: B clips, S frames, P proposals a frame, E entities, D input width, d common width.

/// <summary>
/// The two embeddings of NAFAE (Shi et al. 2019; model.py, VisEbd and WordEbd): proposals through a linear layer, dropout and tanh, words through a linear layer, batch norm,
/// dropout and tanh; an entity's place in a frame is the proposal with the greatest dot product.
/// </summary>
public sealed class NafaeModel : nn.Module
{
    public readonly Linear vis_fc;
    public readonly Linear word_fc;
    public readonly BatchNorm1d word_bn;
    private readonly Dropout drop;
    private readonly double scale;

    /// <param name="proposalWidth">Width of a proposal's feature (VGG fc7: 4096).</param>
    /// <param name="wordWidth">Width of a word's feature (GloVe: 200).</param>
    /// <param name="width">Common width.</param>
    /// <param name="featureScale">Proposals' features are divided by it; 100 for VGG's, 1 for features of order one.</param>
    /// <param name="dropout">Dropout of both sides.</param>
    public NafaeModel(long proposalWidth, long wordWidth, long width = 512, double featureScale = 100, double dropout = 0.1) : base("NafaeModel")
    {
        scale = featureScale;
        vis_fc = nn.Linear(proposalWidth, width);
        word_fc = nn.Linear(wordWidth, width);
        word_bn = nn.BatchNorm1d(width);
        drop = nn.Dropout(dropout);
        RegisterComponents();
    }

    /// <summary>Proposals, (…, D) to (…, d).</summary>
    public Tensor EmbedProposals(Tensor proposals) => drop.forward(vis_fc.forward(proposals / scale)).tanh();

    /// <summary>Entities, (B, E, D) to (B, E, d); the batch norm sees every slot of the batch.</summary>
    public Tensor EmbedEntities(Tensor entities_BED)
    {
        ArgumentNullException.ThrowIfNull(entities_BED);
        long[] shape = entities_BED.shape;
        return drop.forward(word_bn.forward(word_fc.forward(entities_BED.reshape(-1, shape[^1])))).tanh().reshape([.. shape[..^1], -1]);
    }
}
