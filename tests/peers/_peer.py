"""What every peer shares: reading the inputs (safetensors), the protocol with `./workbench bench`, peak memory.

A peer is `python3 NAME.py INPUTS THREADS REPEATS`. It prints one line of JSON when it is ready, then the milliseconds of REPEATS turns of its
work for each line it reads, and at the end of its input the memory that the work needed, in MiB. PEER_LIMIT_GB limits its address space.
"""
import json
import math
import os
import resource
import struct
import sys
import time

import numpy as np

LIMIT = int(os.environ.get("PEER_LIMIT_GB", "0"))
if LIMIT:
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT << 30, LIMIT << 30))

TYPES = {"F64": np.float64, "F32": np.float32, "F16": np.float16, "I64": np.int64, "I32": np.int32, "U8": np.uint8, "BOOL": np.bool_}


def inputs(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    return {name: np.frombuffer(data[e["data_offsets"][0]:e["data_offsets"][1]], dtype=TYPES[e["dtype"]]).reshape(e["shape"]).copy() for name, e in header.items() if name != "__metadata__"}


def status(field):
    """A line of /proc/self/status in MiB; NaN where there is none."""
    try:
        with open("/proc/self/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith(field)) / 1024
    except (OSError, StopIteration):
        return math.nan


def forget_peak():
    """Sets the highest resident size back to the present one."""
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass


def serve(work, result, versions):
    """work() is timed; result() gives the numbers that are compared with ours. The memory is what the work needs on top of its inputs."""
    forget_peak()
    idle = status("VmRSS:")
    repeats = int(sys.argv[3])
    try:
        work()
        work()
    except (RuntimeError, MemoryError) as error:
        if not LIMIT:
            raise
        sys.exit(f"does not finish in {LIMIT} GB: " + str(error).splitlines()[0].split("DefaultCPUAllocator: ")[-1][:120])
    print(json.dumps({"versions": versions, "result": [float(v) for v in result()]}), flush=True)
    for _ in sys.stdin:
        begun = time.perf_counter()
        for _ in range(repeats):
            work()
        synchronise()
        print((time.perf_counter() - begun) * 1e3, flush=True)
    print(device_peak() if on_cuda() else status("VmHWM:") - idle, flush=True)


def on_cuda():
    return os.environ.get("PEER_DEVICE") == "cuda"


def synchronise():
    if on_cuda():
        import torch

        torch.cuda.synchronize()


def device_peak():
    import torch

    return torch.cuda.max_memory_allocated() / 2**20


def torch_inputs():
    """The inputs as tensors on the device asked for (PEER_DEVICE), and the versions."""
    import torch

    torch.set_num_threads(int(sys.argv[2]))
    device = "cuda" if on_cuda() else "cpu"
    return {name: torch.from_numpy(value).to(device) for name, value in inputs(sys.argv[1]).items()}, f"PyTorch {torch.__version__}"


def reduced():
    """Whether PEER_PRECISION says bf16."""
    return os.environ.get("PEER_PRECISION") == "bf16"


def mixed():
    """Autocast to bfloat16 where it does."""
    import torch

    return torch.autocast("cuda" if on_cuda() else "cpu", dtype=torch.bfloat16, enabled=reduced())


def compiled(function):
    """The function through torch.compile where PEER_COMPILE is 1; an error where this PyTorch has none."""
    if os.environ.get("PEER_COMPILE") != "1":
        return function
    import torch

    if not hasattr(torch, "compile"):
        sys.exit(f"PyTorch {torch.__version__} has no torch.compile")
    return torch.compile(function)
