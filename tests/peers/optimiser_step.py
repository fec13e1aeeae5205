"""One step of AdamW over the tensors of a model with 2 million parameters."""
import torch

from _peer import serve, torch_inputs

x, versions = torch_inputs()
parameters = []
for name in sorted(n for n in x if n.startswith("p")):
    p = torch.nn.Parameter(x[name])
    p.grad = x["g" + name[1:]]
    parameters.append(p)
optimizer = torch.optim.AdamW(parameters, lr=1e-3, weight_decay=0.01)
serve(optimizer.step, lambda: [p.detach().double().norm().item() for p in parameters], versions)
