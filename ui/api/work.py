"""Work in threads: so much at once, for so long, and only while somebody waits for it."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from threading import BoundedSemaphore
from typing import TypeVar

import anyio
import duckdb
from starlette.requests import Request

from ui.api.ending import ENDING
from ui.api.problem import ProblemError
from ui.api.spool import TooLargeError
from ui.out.stop import STOP, Stop

LONGEST_WAIT, LONGEST_WORK = 30.0, 600.0
T = TypeVar("T")


class GoneError(Exception):
    """Whoever asked has left."""


async def waited_for(request: Request, work: Callable[[], T]) -> T:
    """The outcome of `work`, run in a thread; it is stopped when nobody waits for it any more.

    Raises GoneError then, and ProblemError when it takes too long.
    """
    stop, outcome, failed = Stop(), list[T](), list[Exception]()
    gone = False
    STOP.set(stop)

    async def watch() -> None:
        nonlocal gone
        while (await request.receive())["type"] != "http.disconnect":
            pass
        gone = True
        stop.stop()

    async def limit() -> None:
        await anyio.sleep(LONGEST_WORK)
        stop.stop()

    with ENDING.stops(stop.stop):
        async with anyio.create_task_group() as group:
            group.start_soon(watch)
            group.start_soon(limit)
            try:
                outcome.append(await anyio.to_thread.run_sync(work))
            except Exception as error:
                failed.append(error)
            group.cancel_scope.cancel()
    if outcome:
        return outcome[0]
    if gone:
        raise GoneError
    raise _problem(failed[0], stop.stopped)


def _problem(error: Exception, stopped: bool) -> Exception:
    """What to say of work that failed."""
    if stopped:
        text = "That took too long. Ask for fewer rows: filter, or page with limit and offset."
        return ProblemError(503, text)
    if isinstance(error, TooLargeError):
        text = "The file would be too large. Take Parquet, which is smaller, or filter the rows."
        return ProblemError(413, text)
    if isinstance(error, (duckdb.IOException, FileNotFoundError)):
        text = (
            "The dataset was just replaced, or a file of it is missing. Ask again; if it stays so, "
            "tell whoever runs this server."
        )
        return ProblemError(503, text, headers={"Retry-After": "1"})
    return error


class Places:
    """So many places to work in; who finds none waits a while."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self._free = BoundedSemaphore(at_once)

    @asynccontextmanager
    async def one(self) -> AsyncIterator[None]:
        """A place of one's own; ProblemError when none gets free."""
        until = time.monotonic() + LONGEST_WAIT
        while not self._free.acquire(blocking=False):
            if time.monotonic() > until:
                text = f"{self.at_once} requests like this are worked on already. Ask again."
                raise ProblemError(503, text, headers={"Retry-After": "5"})
            await anyio.sleep(0.05)
        try:
            yield
        finally:
            self._free.release()


# So many rows are a large file; small ones have places of their own and never wait for those.
LARGE = 50_000
READING, WRITING, WRITING_SMALL = Places(4), Places(2), Places(2)
# What is worked out, not read, may take minutes: nobody who reads waits for that.
WORKING_OUT = Places(1)
# A long description is made once for a dataset, and takes a while then.
DESCRIBING = Places(2)
