using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, K words, P phrases, D width.

/// <summary>Sequential query attention: P phrases, each found with the one before in mind (LGI Eq. 4-7; released code SequentialQueryAttention).</summary>
public sealed class PhraseEncoder : nn.Module
{
    public readonly ModuleList<Linear> global_emb_fn;
    public readonly Sequential guide_emb_fn;
    public readonly AdditiveAttention att_fn;

    public PhraseEncoder(LgiConfig config) : base(nameof(PhraseEncoder))
    {
        ArgumentNullException.ThrowIfNull(config);
        global_emb_fn = new ModuleList<Linear>([.. Enumerable.Range(0, config.Phrases).Select(_ => nn.Linear(config.Width, config.Width))]);
        guide_emb_fn = nn.Sequential(("0", nn.Linear(2 * config.Width, config.Width)), ("1", nn.ReLU()));
        att_fn = new AdditiveAttention(config.Width, config.AttentionWidth);
        RegisterComponents();
    }

    /// <summary>Phrases (B, P, D) and their attention over the words (B, P, K).</summary>
    public (Tensor Phrases_BPD, Tensor Attention_BPK) Encode(Tensor sentence_BD, Tensor words_BKD, Tensor mask_BK)
    {
        var phrases = new List<Tensor>();
        var attention = new List<Tensor>();
        Tensor before_BD = zeros_like(sentence_BD);
        foreach (Linear embed in global_emb_fn)
        {
            Tensor guide_BD = guide_emb_fn.forward(cat([embed.forward(sentence_BD), before_BD], 1));
            (before_BD, Tensor weight_BK) = att_fn.Attend(guide_BD, words_BKD, mask_BK);
            phrases.Add(before_BD);
            attention.Add(weight_BK);
        }

        return (stack(phrases, 1), stack(attention, 1));
    }
}
