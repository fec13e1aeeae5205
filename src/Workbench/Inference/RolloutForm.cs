namespace Workbench.Inference;

/// <summary>How attention weights of three layers become one heat map. Both cite Abnar and Zuidema 2020; only the second is theirs.</summary>
public enum RolloutForm
{
    /// <summary>Second·Words·First, three rectangular matrices, no identity, no re-normalisation (released code s3dg_clip.py 926-940). A distribution over the window.</summary>
    Product,

    /// <summary>
    /// Attention rollout as defined: regions and words are the nodes of one graph, each layer is A + I with rows divided by their sum,
    /// and the layers are multiplied (attention_graph_util.py 104-119). Uses the region self-attention, R² numbers a window.
    /// </summary>
    Identity,
}
