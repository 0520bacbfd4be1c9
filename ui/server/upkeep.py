"""What is done now and then while a server runs, so that its memory comes to rest."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pyarrow as pa

_EVERY = 60.0
_LOG = logging.getLogger(__name__)


def give_back() -> None:
    """Return to the system what pages freed; it takes a few thousandths of a second."""
    pa.default_memory_pool().release_unused()


async def _now_and_then(seconds: float) -> None:
    while True:
        await asyncio.sleep(seconds)
        try:
            # Beside the server's own loop, which answers everybody.
            await asyncio.to_thread(give_back)
        except Exception:
            _LOG.exception("Memory was not given back; it is tried again in %g s.", seconds)


@asynccontextmanager
async def upkeep(seconds: float = _EVERY) -> AsyncIterator[None]:
    """While the server runs.

    Every page runs in a thread of its own, and Arrow's usual allocator, which holds all texts of
    frames, keeps for each thread what was freed there: three times what is in use. The system's
    gives back what is free when it is told to.
    """
    before = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    task = asyncio.create_task(_now_and_then(seconds))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        pa.set_memory_pool(before)
