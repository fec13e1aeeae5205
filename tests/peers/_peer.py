"""What every peer shares: reading the inputs (safetensors), the protocol with `./workbench bench`, peak memory.

A peer is `python3 NAME.py INPUTS THREADS REPEATS`. It prints one line of JSON when it is ready, then the milliseconds of REPEATS turns of its
work for each line it reads, and at the end of its input the memory that the work needed, in MiB.
"""
import json
import resource
import struct
import sys
import time

import numpy as np

TYPES = {"F64": np.float64, "F32": np.float32, "F16": np.float16, "I64": np.int64, "I32": np.int32, "U8": np.uint8, "BOOL": np.bool_}


def inputs(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    return {name: np.frombuffer(data[e["data_offsets"][0]:e["data_offsets"][1]], dtype=TYPES[e["dtype"]]).reshape(e["shape"]).copy() for name, e in header.items() if name != "__metadata__"}


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def serve(work, result, versions):
    """work() is timed; result() gives the numbers that are compared with ours."""
    idle = peak()
    repeats = int(sys.argv[3])
    work()
    work()
    print(json.dumps({"versions": versions, "result": [float(v) for v in result()]}), flush=True)
    for _ in sys.stdin:
        begun = time.perf_counter()
        for _ in range(repeats):
            work()
        print((time.perf_counter() - begun) * 1e3, flush=True)
    print(peak() - idle, flush=True)


def torch_inputs():
    import torch

    torch.set_num_threads(int(sys.argv[2]))
    return {name: torch.from_numpy(value) for name, value in inputs(sys.argv[1]).items()}, f"PyTorch {torch.__version__}"
