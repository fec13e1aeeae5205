"""A whole training step of What-When-Where on frozen features, eager: frame selection (Sinkhorn), global loss, local loss over all pairs, Adam."""
import math

import torch
from torch import nn
from torch.nn import functional as F

from _local_branch import all_pairs, contrast
from _peer import compiled, mixed, serve, torch_inputs

x, versions = torch_inputs()
frames, regions, sentence, words, mask = x["frames"], x["regions"], x["sentence"], x["words"], x["mask"].bool()
width, chosen = frames.shape[-1], int(x["chosen"])
weights = {n: nn.Parameter(v) for n, v in x.items() if n.startswith(("sa_layer.", "vis_", "lang_"))}
optimizer = torch.optim.Adam(weights.values(), lr=0.0)


def project(name, value):
    return F.linear(value, weights[name + ".0.weight"], weights[name + ".0.bias"])


@torch.no_grad()
def select():
    f, w = F.normalize(project("vis_proj_mat_g", frames), dim=-1), F.normalize(project("lang_proj_mat_g", words), dim=-1)
    similarity = f @ w.transpose(1, 2) / 0.1
    kernel = similarity.double() / 0.05
    n, u = mask.double().sum(1), frames.shape[1]
    log_words = torch.where(mask, -n.log()[:, None], -math.inf)[:, None]
    a = torch.zeros(len(frames), u, 1, dtype=torch.double, device=frames.device)
    for _ in range(3):
        b = log_words - (kernel + a).logsumexp(1, keepdim=True)
        a = -math.log(u) - (kernel + b).logsumexp(2, keepdim=True)
    plan = (kernel + a + b).exp().float()
    score = (plan * torch.where(mask[:, None], similarity, 0.0)).sum(2)
    return score.topk(chosen, dim=1).indices


@compiled
def losses(index):
    rows = torch.arange(len(frames), device=frames.device)[:, None]
    clip = frames[rows, index].mean(1)
    loss = contrast(project("vis_proj_mat_g", clip) @ project("lang_proj_mat_g", sentence).t())
    return loss + contrast(all_pairs(weights, project("vis_proj_mat", regions[rows, index].flatten(1, 2)), project("lang_proj_mat", words), mask))


def step():
    optimizer.zero_grad()
    with mixed():
        index = select()
    # A region of its own: autocast keeps the weights' copies until its end, and those made without gradients would serve here again.
    with mixed():
        loss = losses(index)
    loss.backward()
    optimizer.step()
    return loss


if __name__ == "__main__":
    serve(step, lambda: [step().item()] + [weights[n].grad.norm().item() for n in sorted(weights) if n.startswith(("vis_", "lang_")) and n.endswith("weight")], versions)
