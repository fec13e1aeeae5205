"""Order-constrained alignment with a length model: the best cut of T seconds into S ordered stretches, over all pairs of start and end in NumPy."""
import sys

import numpy as np

from _peer import inputs, serve

x = inputs(sys.argv[1])
score, length = x["score"].astype(np.float64), x["length"].astype(np.float64)  # (seconds, steps); score of a stretch of n seconds
best = None


def work():
    global best
    seconds, steps = score.shape
    total = np.vstack([np.zeros(steps), np.cumsum(score, axis=0)])
    span = np.arange(seconds + 1)[None, :] - np.arange(seconds + 1)[:, None]  # (start, end)
    by_length = np.where(span >= 1, length[np.maximum(span, 0)], -np.inf)
    value = np.full(seconds + 1, -np.inf)
    value[0] = 0
    starts = np.zeros((steps, seconds + 1), dtype=np.int64)
    for s in range(steps):
        candidates = (value - total[:, s])[:, None] + by_length
        starts[s] = candidates.argmax(0)
        value = candidates.max(0) + total[:, s]
    cuts, end = [], seconds
    for s in range(steps - 1, -1, -1):
        end = starts[s, end]
        cuts.append(end)
    best = (value[seconds], cuts)


serve(work, lambda: [best[0], float(sum((i + 1) * c for i, c in enumerate(best[1])))], f"NumPy {np.__version__}")
