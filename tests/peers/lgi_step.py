"""A training step of LGI in Charades-STA's configuration, eager: packed sentences, batched heads, its three losses, Adam."""
import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_packed_sequence, pack_padded_sequence

from _peer import serve, torch_inputs

PHRASES, BLOCKS, HEADS, OVERLAP = 3, 2, 4, 0.3

x, versions = torch_inputs()
video, ids, mask, bounds, inside = x["video"], x["ids"], x["mask"].bool(), x["bounds"], x["inside"]
lengths = mask.sum(1)
weights = {n[len("model."):]: nn.Parameter(v) for n, v in x.items() if n.startswith("model.")}
width, word = weights["ta_reg_fn.MLP_reg.0.weight"].shape[0], weights["query_enc.embedding.weight"].shape[1]
lstm = nn.LSTM(word, width // 2, 2, batch_first=True, bidirectional=True)
with torch.no_grad():
    for name, parameter in lstm.named_parameters():
        parameter.copy_(weights.pop("query_enc.rnn." + name))
optimizer = torch.optim.Adam([*weights.values(), *lstm.parameters()], lr=0.0)


def linear(name, value):
    return F.linear(value, weights[name + ".weight"], weights.get(name + ".bias"))


def weigh(name, value):
    return linear(name + ".to_alpha", torch.tanh(linear(name + ".feat2att", value)))[..., 0].softmax(-1)


def local(n, value):
    """Two convolutions with batch normalisation over the neighbours, and the way around them."""
    h = value.transpose(1, 2)
    for conv, norm in ((0, 1), (3, 4)):
        at = f"vti_fn.local_fn.{n}.blocks.0."
        kernel = weights[f"{at}{conv}.weight"]
        h = F.batch_norm(F.conv1d(h, kernel, padding=kernel.shape[2] // 2), None, None, weights[f"{at}{norm}.weight"], weights[f"{at}{norm}.bias"], training=True)
        h = torch.relu(h) if conv == 0 else h
    return torch.relu(h.transpose(1, 2) + value)


def losses():
    out, _ = pad_packed_sequence(lstm(pack_padded_sequence(F.embedding(ids, weights["query_enc.embedding.weight"]), lengths, batch_first=True, enforce_sorted=False))[0], batch_first=True)
    row, half = torch.arange(len(out)), width // 2
    sentence = torch.cat([out[row, lengths - 1, :half], out[:, 0, half:]], 1)
    segments = torch.relu(linear("video_enc.vid_emb_fn.0", video)) + torch.relu(weights["video_enc.pos_emb_fn.0.weight"])
    keys, before, phrases, attention = linear("sqan.att_fn.feat2att", out), torch.zeros_like(sentence), [], []
    for n in range(PHRASES):
        guide = torch.relu(linear("sqan.guide_emb_fn.0", torch.cat([linear(f"sqan.global_emb_fn.{n}", sentence), before], 1)))
        logits = linear("sqan.att_fn.to_alpha", torch.tanh(keys + linear("sqan.att_fn.key2att", guide)[:, None]))[..., 0]
        share = logits.masked_fill(~mask, -1e9).softmax(1)
        before = (share[:, None] @ out)[:, 0]
        phrases.append(before), attention.append(share)
    phrases, attention = torch.stack(phrases, 1), torch.stack(attention, 1)
    weight, seen = weigh("vti_fn.satt_fn", phrases), 0
    for n in range(PHRASES):
        at = f"vti_fn.fusion_fn.{n}."
        fused = torch.relu(linear(at + "fc_3", torch.relu(linear(at + "fc_1", segments)) * torch.relu(linear(at + "fc_2", phrases[:, n]))[:, None]))
        seen = seen + weight[:, n, None, None] * local(n, fused)
    b, t, d = seen.shape
    for n in range(BLOCKS):
        query, value = linear(f"vti_fn.global_fn.{n}.c_lin", seen).split(d, 2)
        key = linear(f"vti_fn.global_fn.{n}.v_lin", seen)
        query, value, key = (z.view(b, t, HEADS, d // HEADS).transpose(1, 2) for z in (query, value, key))
        seen = seen + ((key @ query.transpose(2, 3) / (d // HEADS) ** 0.5).softmax(3) @ value).transpose(1, 2).reshape(b, t, d)
    time = weigh("ta_reg_fn.tatt", seen)
    found = linear("ta_reg_fn.tatt.fc", (time[:, None] @ seen)[:, 0])
    found = torch.relu(linear("ta_reg_fn.MLP_reg.2", torch.relu(linear("ta_reg_fn.MLP_reg.0", found))))
    regression = F.smooth_l1_loss(found[:, 0], bounds[:, 0]) + F.smooth_l1_loss(found[:, 1], bounds[:, 1])
    guidance = -((inside * torch.log(time + 1e-8)).sum(1) / inside.sum(1)).mean()
    distinct = (attention @ attention.transpose(1, 2) - OVERLAP * torch.eye(PHRASES)).square().sum((1, 2)).mean()
    return regression + guidance + distinct


def step():
    optimizer.zero_grad()
    loss = losses()
    loss.backward()
    optimizer.step()
    return loss


def result():
    loss = step().item()
    named = {**weights, **{"query_enc.rnn." + n: p for n, p in lstm.named_parameters()}}
    return [loss] + [named[n].grad.norm().item() for n in sorted(named) if n.endswith("weight") and named[n].grad is not None]


if __name__ == "__main__":
    serve(step, result, versions)
