"""A training step of 2D-TAN on Charades-STA's map (16×16, K5L8, convolution), eager: every proposal layer and every map convolution is one call, masks are made once, Adam."""
import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_packed_sequence, pack_padded_sequence

from _peer import serve, torch_inputs

LAYERS, KERNEL, CONVOLUTIONS = 16, 5, 8

x, versions = torch_inputs()
video, words, mask, overlap, clips = x["video"], x["words"], x["mask"].bool(), x["overlap"], int(x["clips"])
lengths = mask.sum(1)
weights = {n[len("model."):]: nn.Parameter(v) for n, v in x.items() if n.startswith("model.")}
width = weights["pred_layer.weight"].shape[1]
lstm = nn.LSTM(words.shape[-1], width, 3, batch_first=True)
with torch.no_grad():
    for name, parameter in lstm.named_parameters():
        parameter.copy_(weights.pop("fusion_layer.textual_encoder." + name))
optimizer = torch.optim.Adam([*weights.values(), *lstm.parameters()], lr=0.0)

# The clips of the moment that lies `length` after its first one are a diagonal of the map.
starts = [torch.arange(clips - length) for length in range(LAYERS)]
valid = torch.zeros(clips, clips)
for length, start in enumerate(starts):
    valid[start, start + length] = 1
shares, seen = [], valid[None, None]
for i in range(CONVOLUTIONS):
    count = F.conv2d(seen, torch.ones(1, 1, KERNEL, KERNEL), padding=KERNEL // 2 * CONVOLUTIONS if i == 0 else 0)
    shares.append(torch.where(count > 0.5, 1 / count.clamp_min(1), torch.zeros(())))
    seen = (count > 0.5).float()
label = ((overlap - 0.5) / 0.5).clamp(0, 1)


def conv(name, value, function=F.conv1d, **options):
    return function(value, weights[name + ".weight"], weights[name + ".bias"], **options)


def scores():
    h = F.avg_pool1d(torch.relu(conv("frame_layer.vis_conv", video.transpose(1, 2))), video.shape[1] // clips)
    grid = h.new_zeros(*h.shape[:2], clips, clips)
    for length, start in enumerate(starts):
        h = conv(f"prop_layer.layers.0.{length}", h)
        grid[:, :, start, start + length] = h
    out, _ = pad_packed_sequence(lstm(pack_padded_sequence(words, lengths, batch_first=True, enforce_sorted=False))[0], batch_first=True)
    sentence = F.linear(out[torch.arange(len(out)), lengths - 1], weights["fusion_layer.tex_linear.weight"], weights["fusion_layer.tex_linear.bias"])
    f = F.normalize(sentence[:, :, None, None] * conv("fusion_layer.vis_conv", grid, F.conv2d), dim=1) * valid
    for i, share in enumerate(shares):
        f = torch.relu(conv(f"map_layer.convs.{i}", f, F.conv2d, padding=KERNEL // 2 * CONVOLUTIONS if i == 0 else 0)) * share
    return conv("pred_layer", f, F.conv2d)[:, 0]


def step():
    optimizer.zero_grad()
    loss = (F.binary_cross_entropy_with_logits(scores(), label, reduction="none") * valid).sum() / (valid.sum() * len(video))
    loss.backward()
    nn.utils.clip_grad_norm_([*weights.values(), *lstm.parameters()], 10)
    optimizer.step()
    return loss


def result():
    loss = step().item()
    named = {**weights, **{"fusion_layer.textual_encoder." + n: p for n, p in lstm.named_parameters()}}
    return [loss] + [named[n].grad.norm().item() for n in sorted(named) if n.endswith("weight")]


if __name__ == "__main__":
    serve(step, result, versions)
