"""The local loss, forward and backward, as a good PyTorch user writes it from the paper's formulas: all pairs by batched products, no loops.

Paper: What-When-Where section 3.3 with cosine similarity: cross-attention, self-attention with projections, cross-attention, mean pooling,
dot products of all pairs, Equation 1.
"""
from _local_branch import all_pairs, contrast
from _peer import compiled, mixed, reduced, serve, torch_inputs

x, versions = torch_inputs()
video, words, mask = x["video"].requires_grad_(), x["words"].requires_grad_(), x["mask"].bool()
weights = {n: x[n].requires_grad_() for n in x if n.startswith("sa_layer.")}
loss = compiled(lambda: contrast(all_pairs(weights, video, words, mask)))


def step():
    for t in (video, words, *weights.values()):
        t.grad = None
    with mixed():
        value = loss()
    value.backward()
    return value


def result():
    value = step()
    # A key's bias has no gradient: in half precision its part of the norm is rounding alone.
    compared = [n for n in sorted(weights) if not (reduced() and n.endswith("bias"))]
    return [value.item(), video.grad.norm().item(), words.grad.norm().item()] + [weights[n].grad.norm().item() for n in compared]


if __name__ == "__main__":
    serve(step, result, versions)
