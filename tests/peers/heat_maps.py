"""Heat maps of one sentence over many windows of 16 frames, eager: both cross-attentions and the words' self-attention, rollout as a product."""
import torch

from _local_branch import cross, self_attention
from _peer import serve, torch_inputs

x, versions = torch_inputs()
regions, words, mask = x["regions"], x["words"], x["mask"].bool()  # (W, R, D), (K, D), (K)
weights = {n: v for n, v in x.items() if n.startswith("sa_layer.")}
heat = None


def work():
    global heat
    parts = []
    with torch.no_grad():
        for part in regions.split(8):  # 8 windows at a time: R x R weights of each
            over_words, first = cross(part, words, mask)
            v, _ = self_attention(weights, over_words @ words, "vis")
            t, across = self_attention(weights, first @ part, "text", mask)
            second, _ = cross(v, t, mask)
            valid = mask.float()[:, None]
            parts.append((second.mean(1, keepdim=True) @ (across * valid) @ (first * valid)).squeeze(1))
    heat = torch.cat(parts)


serve(work, lambda: [heat.norm().item(), heat[0].max().item(), heat[-1].max().item(), heat.sum().item()], versions)
