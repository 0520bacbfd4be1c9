"""At the server's end what goes on is stopped, be it work in a thread or an answer being sent."""

import signal

import anyio
import uvicorn

from tests.ui.api.test_work import endless, request_of
from ui.api import work
from ui.api.ending import Ending
from ui.api.problem import ProblemError


def test_a_signal_stops_all_and_reaches_the_server_too():
    ending, told, stopped = Ending(), [], []

    async def main() -> None:
        with ending.at_signals(), ending.stops(lambda: stopped.append("first")):
            signal.raise_signal(signal.SIGTERM)
            await anyio.sleep(0.01)
            with ending.stops(lambda: stopped.append("late")):
                pass

    before = signal.signal(signal.SIGTERM, lambda *_: told.append("server"))
    try:
        anyio.run(main)
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert told == ["server", "server"]
    assert stopped == ["first", "late"]


def test_work_ends_with_the_server(monkeypatch):
    ending = Ending()
    monkeypatch.setattr(work, "ENDING", ending)

    async def main() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(begin)
            await anyio.sleep(0.2)
            ending.end()

    async def begin() -> None:
        try:
            await work.waited_for(request_of(), endless)
        except ProblemError as error:
            assert error.status == 503
        else:
            raise AssertionError("the question went on to its end")

    anyio.run(main)


def test_a_server_does_not_wait_for_ever_for_a_client_that_takes_nothing():
    server = uvicorn.Server(uvicorn.Config(lambda *_: None))

    async def main() -> None:
        with server.capture_signals(), Ending().at_signals():
            pass

    anyio.run(main)
    assert server.config.timeout_graceful_shutdown
