"""CLIP's ViT-B/32 image encoder as eager PyTorch has it: nn.MultiheadAttention, LayerNorm, QuickGELU; every token projected, as the grounding code does.

Architecture: openai/CLIP's description (Radford et al. 2021, section 2.4): patches of 32, width 768, 12 blocks of 12 heads, pre-norm.
"""
import torch
from torch import nn

from _peer import compiled, mixed, serve, torch_inputs

x, versions = torch_inputs()
images = x.pop("images")
width, heads = x["conv1.weight"].shape[0], int(x.pop("heads"))


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attn, self.ln_1, self.ln_2 = nn.MultiheadAttention(width, heads, batch_first=True), nn.LayerNorm(width), nn.LayerNorm(width)
        self.mlp = nn.ModuleDict({"c_fc": nn.Linear(width, 4 * width), "c_proj": nn.Linear(4 * width, width)})

    def forward(self, tokens):
        y = self.ln_1(tokens)
        tokens = tokens + self.attn(y, y, y, need_weights=False)[0]
        hidden = self.mlp["c_fc"](self.ln_2(tokens))
        return tokens + self.mlp["c_proj"](hidden * torch.sigmoid(1.702 * hidden))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        depth = 1 + max(int(n.split(".")[2]) for n in x if n.startswith("transformer."))
        self.conv1 = nn.Conv2d(3, width, x["conv1.weight"].shape[-1], x["conv1.weight"].shape[-1], bias=False)
        self.class_embedding, self.positional_embedding, self.proj = (nn.Parameter(x[n]) for n in ("class_embedding", "positional_embedding", "proj"))
        self.ln_pre, self.ln_post = nn.LayerNorm(width), nn.LayerNorm(width)
        self.transformer = nn.ModuleDict({"resblocks": nn.ModuleList(Block() for _ in range(depth))})

    def forward(self, pixels):
        cells = self.conv1(pixels).flatten(2).transpose(1, 2)
        tokens = self.ln_pre(torch.cat([self.class_embedding.expand(len(pixels), 1, -1), cells], 1) + self.positional_embedding)
        for block in self.transformer["resblocks"]:
            tokens = block(tokens)
        return self.ln_post(tokens) @ self.proj


encoder = Encoder().to(images.device).eval()
encoder.load_state_dict(x)
run = compiled(encoder)


def work():
    with torch.inference_mode(), mixed():
        return run(images)


def result():
    features = work().float()
    wave = torch.arange(features.shape[-1]).float().cos()
    return [features.norm().item(), (features * wave).norm().item(), *features[1, :4].norm(dim=-1).tolist()]


serve(work, result, versions)
