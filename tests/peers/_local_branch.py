"""The paper's local branch (What-When-Where section 3.3, cosine similarity) for peers: batched products over any leading axes."""
import math

from torch.nn import functional as F


def self_attention(weights, tokens, side, valid=None):
    """The output and the attention weights; valid says which tokens may be attended to, broadcastable to the logits."""
    p = f"sa_layer.{side}_attn_mat."
    q, k, v = F.linear(tokens, weights[p + "in_proj_weight"], weights[p + "in_proj_bias"]).chunk(3, -1)
    logits = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    if valid is not None:
        logits = logits.masked_fill(~valid, -math.inf)
    attention = logits.softmax(-1)
    return F.linear(attention @ v, weights[p + "out_proj.weight"], weights[p + "out_proj.bias"]), attention


def cross(regions, tokens, valid):
    """Attention of the regions over the words and of the words over the regions."""
    score = F.normalize(regions, dim=-1) @ F.normalize(tokens, dim=-1).transpose(-1, -2)
    return score.masked_fill(~valid, -math.inf).softmax(-1), score.transpose(-1, -2).softmax(-1)


def all_pairs(weights, video, words, mask):
    """The score of every video with every sentence, (V, T)."""
    pairs, valid = (video.shape[0], words.shape[0]), mask[None, :, None, :]
    v, t = video[:, None].expand(*pairs, -1, -1), words[None].expand(*pairs, -1, -1)
    over_words, over_regions = cross(v, t, valid)
    v, t = over_words @ t, over_regions @ v
    v, t = self_attention(weights, v, "vis")[0], self_attention(weights, t, "text", valid)[0]
    over_words, over_regions = cross(v, t, valid)
    v, t = over_words @ t, over_regions @ v
    weight = mask.float() / mask.sum(1, keepdim=True)
    return (v.mean(2) * (t * weight[None, :, :, None]).sum(2)).sum(-1)


def contrast(score):
    """Equation 1 without margin."""
    positive = score.diagonal()
    return -(positive - score.logsumexp(1)).mean() - (positive - score.logsumexp(0)).mean()
