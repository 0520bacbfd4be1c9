"""The server's end: what still goes on is stopped, so that it does not wait for it."""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import uvicorn

# So long the server waits for a client that takes nothing of what it is sent.
_PATIENCE = 3
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Ending:
    """Ways to stop what goes on, all called when the server is told to end."""

    def __init__(self) -> None:
        self._ways: dict[object, Callable[[], object]] = {}
        self._over = False

    @contextmanager
    def stops(self, way: Callable[[], object]) -> Iterator[None]:
        """While something goes on that `way` stops; at once where the end has come."""
        key = object()
        self._ways[key] = way
        try:
            if self._over:
                way()
            yield
        finally:
            del self._ways[key]

    def end(self) -> None:
        """Stop everything; called in the server's loop."""
        self._over = True
        for way in list(self._ways.values()):
            way()

    @contextmanager
    def at_signals(self) -> Iterator[None]:
        """While a server runs in this thread: a signal to end stops everything first.

        The server waits for open requests before it tells anybody that it ends, so its own
        handlers are told of the signal, and these stop the requests.
        """
        self._over = False
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        loop = asyncio.get_running_loop()
        before = {each: signal.getsignal(each) for each in _SIGNALS}
        server = getattr(before[signal.SIGTERM], "__self__", None)
        if isinstance(server, uvicorn.Server):
            server.config.timeout_graceful_shutdown = _PATIENCE

        def told(number: int, frame: FrameType | None) -> None:
            loop.call_soon_threadsafe(self.end)
            handler: Any = before[signal.Signals(number)]
            if callable(handler):
                handler(number, frame)

        mine = {each: signal.signal(each, told) for each in _SIGNALS if callable(before[each])}
        try:
            yield
        finally:
            for each in mine:
                if signal.getsignal(each) is told:
                    signal.signal(each, before[each])


ENDING = Ending()
