"""A long task in parts, side by side, that can be watched and stopped between them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from analysis.catchment.model import StoppedError, Watch

LEAST_PART, MOST_PARTS = 2048, 256


def in_parts(many: int, threads: int, work: Callable[[slice], None], watch: Watch) -> None:
    """Do `work` for 0 to `many`, a slice at a time; the watcher is called from this thread.

    Each slice must write to places of its own, so that threads change nothing in the result.

    Errors  : StoppedError as soon as the watcher says no, after the parts that have begun.
    """
    size = max(LEAST_PART, -(-many // MOST_PARTS))
    parts = [slice(start, min(start + size, many)) for start in range(0, many, size)]
    if not watch(0.0):
        raise StoppedError
    with ThreadPoolExecutor(max_workers=max(1, threads)) as pool:
        waiting = [pool.submit(work, part) for part in parts]
        try:
            for done, each in enumerate(waiting, start=1):
                each.result()
                if not watch(done / len(parts)):
                    raise StoppedError
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
