"""Stopping a question to the dataset from outside, when nobody waits for its answer any more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock


class StoppedError(Exception):
    """Nobody waits for these rows any more, or they took too long."""


class Stop:
    """A way to end what runs under it: its questions are interrupted and no more begin."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: list[Callable[[], None]] = []
        self.stopped = False

    def stop(self) -> None:
        """End what runs; may be called from any thread, and again."""
        with self._lock:
            self.stopped = True
            running = list(self._running)
        for interrupt in running:
            interrupt()

    def check(self) -> None:
        """Raise StoppedError once it was stopped."""
        if self.stopped:
            raise StoppedError

    @contextmanager
    def watching(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """While a question runs that `interrupt` ends."""
        with self._lock:
            self._running.append(interrupt)
        try:
            self.check()
            yield
        finally:
            with self._lock:
                self._running.remove(interrupt)


STOP: ContextVar[Stop | None] = ContextVar("stop", default=None)


def checked() -> None:
    """Raise StoppedError once the work this is part of was stopped."""
    if stop := STOP.get():
        stop.check()


def is_awaited(_share: float) -> bool:
    """Whether the work this is part of goes on: what long work asks, however far it is."""
    stop = STOP.get()
    return stop is None or not stop.stopped


@contextmanager
def stoppable(interrupt: Callable[[], None]) -> Iterator[None]:
    """A question that ends when the work it is part of is stopped."""
    stop = STOP.get()
    if stop is None:
        yield
        return
    with stop.watching(interrupt):
        yield
