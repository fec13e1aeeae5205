"""The local loss, forward and backward, as a good PyTorch user writes it from the paper's formulas: all pairs by batched products, no loops.

Paper: What-When-Where section 3.3 with cosine similarity: cross-attention, self-attention with projections, cross-attention, mean pooling,
dot products of all pairs, Equation 1.
"""
import math

import torch
from torch.nn import functional as F

from _peer import serve, torch_inputs

x, versions = torch_inputs()
video, words, mask = x["video"].requires_grad_(), x["words"].requires_grad_(), x["mask"].bool()
weights = {n: x[n].requires_grad_() for n in x if n.startswith("sa_layer.")}


def self_attention(tokens, side, valid=None):
    p = f"sa_layer.{side}_attn_mat."
    q, k, v = F.linear(tokens, weights[p + "in_proj_weight"], weights[p + "in_proj_bias"]).chunk(3, -1)
    logits = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    if valid is not None:
        logits = logits.masked_fill(~valid[None, :, None, :], -math.inf)
    return F.linear(logits.softmax(-1) @ v, weights[p + "out_proj.weight"], weights[p + "out_proj.bias"])


def cross(regions, tokens, valid):
    score = F.normalize(regions, dim=-1) @ F.normalize(tokens, dim=-1).transpose(-1, -2)
    over_words = score.masked_fill(~valid[None, :, None, :], -math.inf).softmax(-1)
    return over_words @ tokens, score.transpose(-1, -2).softmax(-1) @ regions


def step():
    for t in (video, words, *weights.values()):
        t.grad = None
    pairs = (video.shape[0], words.shape[0])
    v, t = video[:, None].expand(*pairs, -1, -1), words[None].expand(*pairs, -1, -1)
    v, t = cross(v, t, mask)
    v, t = self_attention(v, "vis"), self_attention(t, "text", mask)
    v, t = cross(v, t, mask)
    weight = mask.float() / mask.sum(1, keepdim=True)
    score = (v.mean(2) * (t * weight[None, :, :, None]).sum(2)).sum(-1)
    positive = score.diagonal()
    value = -(positive - score.logsumexp(1)).mean() - (positive - score.logsumexp(0)).mean()
    value.backward()
    return value


def result():
    value = step()
    return [value.item(), video.grad.norm().item(), words.grad.norm().item()] + [weights[n].grad.norm().item() for n in sorted(weights)]


if __name__ == "__main__":
    serve(step, result, versions)
