"""What is done now and then while a server runs, so that it takes no more memory than it needs.

pandas writes down at every column of a frame which views of it there are, and strikes out those
that are gone only beyond 500. Frames that are kept and read by every page collect hundreds of
them for each column: together as much memory as the frames. What the collector of garbage
and the allocator hold of what is gone is given back as well: each page runs in a thread of its
own, and what one thread has freed, no other takes.
"""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pyarrow as pa
from pandas._libs.internals import BlockValuesRefs

_EVERY = 60.0
_LOG = logging.getLogger(__name__)


def strike_out() -> int:
    """Forget which views of kept frames there were; how many were struck out.

    Views that are still there stay written down: pandas copies before it writes where there are
    any. What other threads add meanwhile is added behind those looked at, and stays.

    >>> import pandas as pd
    >>> kept = pd.DataFrame({"need": [1.0, 2.0]})
    >>> here = kept["need"]
    >>> gone = [kept["need"].sum() for _ in range(9)]
    >>> strike_out() >= 9
    True
    """
    struck = 0
    for refs in [each for each in gc.get_objects() if isinstance(each, BlockValuesRefs)]:
        written = refs.referenced_blocks
        before = len(written)
        there = [each for each in written[:before] if each() is not None]
        if len(there) < before:
            written[:before] = there
            struck += before - len(there)
    return struck


def give_back() -> None:
    """Return to the system what the allocator of strings and buffers holds unused."""
    pa.default_memory_pool().release_unused()


async def _now_and_then(seconds: float) -> None:
    while True:
        await asyncio.sleep(seconds)
        # Beside the server's own loop, which answers everybody.
        for work in (strike_out, give_back):
            try:
                await asyncio.to_thread(work)
            except Exception:
                _LOG.exception("Upkeep of memory failed; it is tried again in %g s.", seconds)


@asynccontextmanager
async def upkeep(seconds: float = _EVERY) -> AsyncIterator[None]:
    """While the server runs."""
    pa.set_memory_pool(pa.system_memory_pool())
    task = asyncio.create_task(_now_and_then(seconds))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
