"""All pairs of a batch of 64: does the peer finish in 20 GB? The address space is limited to that much, and the step of local_loss.py is tried."""
import resource
import sys

resource.setrlimit(resource.RLIMIT_AS, (20 << 30, 20 << 30))
from _peer import serve  # noqa: E402
from local_loss import result, step, versions  # noqa: E402

try:
    step()
except (RuntimeError, MemoryError) as error:
    sys.exit("does not finish in 20 GB: " + str(error).splitlines()[0][:120])
serve(step, result, versions)
