"""Heat maps of one sentence over many windows of 16 frames, eager: both cross-attentions and the words' self-attention, rollout as a product."""
import math

import torch
from torch.nn import functional as F

from _peer import serve, torch_inputs

x, versions = torch_inputs()
regions, words, mask = x["regions"], x["words"], x["mask"].bool()  # (W, R, D), (K, D), (K)
weights = {n: v for n, v in x.items() if n.startswith("sa_layer.")}
heat = None


def self_attention(tokens, side, valid=None):
    p = f"sa_layer.{side}_attn_mat."
    q, k, v = F.linear(tokens, weights[p + "in_proj_weight"], weights[p + "in_proj_bias"]).chunk(3, -1)
    logits = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    if valid is not None:
        logits = logits.masked_fill(~valid, -math.inf)
    a = logits.softmax(-1)
    return F.linear(a @ v, weights[p + "out_proj.weight"], weights[p + "out_proj.bias"]), a


def work():
    global heat
    parts = []
    with torch.no_grad():
        for part in regions.split(8):  # 8 windows at a time: R x R weights of each
            score = F.normalize(part, dim=-1) @ F.normalize(words, dim=-1).t()
            first = score.transpose(-1, -2).softmax(-1)
            v = score.masked_fill(~mask, -math.inf).softmax(-1) @ words
            t = first @ part
            v, _ = self_attention(v, "vis")
            t, across = self_attention(t, "text", mask)
            second = (F.normalize(v, dim=-1) @ F.normalize(t, dim=-1).transpose(-1, -2)).masked_fill(~mask, -math.inf).softmax(-1)
            valid = mask.float()[:, None]
            parts.append((second.mean(1, keepdim=True) @ (across * valid) @ (first * valid)).squeeze(1))
    heat = torch.cat(parts)


serve(work, lambda: [heat.norm().item(), heat[0].max().item(), heat[-1].max().item(), heat.sum().item()], versions)
