"""Work stops when nobody waits for it, takes too long, or there is too much of it."""

import anyio
import duckdb
import pytest
from starlette.requests import Request

from ui.api import work
from ui.api.problem import ProblemError
from ui.out.stop import STOP, stoppable

ENDLESS = "select count(*) from range(1000000000000) as a (i) where i % 7 = 3"


def endless() -> None:
    """A question to a dataset that takes for ever."""
    with duckdb.connect() as con, stoppable(con.interrupt):
        con.execute(ENDLESS).fetchall()


def request_of(left: anyio.Event | None = None) -> Request:
    async def receive() -> dict[str, str]:
        await (left or anyio.Event()).wait()
        return {"type": "http.disconnect"}

    return Request({"type": "http", "headers": [], "method": "GET"}, receive)


def test_a_question_ends_when_the_client_has_left():
    async def main() -> None:
        left = anyio.Event()
        async with anyio.create_task_group() as group:
            group.start_soon(leave, left)
            with pytest.raises(work.GoneError):
                await work.waited_for(request_of(left), endless)

    async def leave(left: anyio.Event) -> None:
        await anyio.sleep(0.2)
        left.set()

    anyio.run(main)


def test_a_question_ends_when_it_takes_too_long(monkeypatch):
    monkeypatch.setattr(work, "LONGEST_WORK", 0.2)

    async def main() -> None:
        with pytest.raises(ProblemError) as caught:
            await work.waited_for(request_of(), endless)
        assert caught.value.status == 503

    anyio.run(main)


def test_what_is_done_is_given_and_what_fails_fails():
    async def main() -> None:
        assert await work.waited_for(request_of(), lambda: 7) == 7
        with pytest.raises(KeyError):
            await work.waited_for(request_of(), lambda: {}["x"])

    anyio.run(main)


def test_there_are_so_many_places_and_each_comes_back(monkeypatch):
    monkeypatch.setattr(work, "LONGEST_WAIT", 0.1)

    places = work.Places(2)

    async def main() -> None:
        for _ in range(2):
            async with anyio.create_task_group() as group:
                group.start_soon(busy)
                group.start_soon(busy)
                await anyio.sleep(0.05)
                with pytest.raises(ProblemError) as caught:
                    async with places.one():
                        pass
                assert caught.value.headers["Retry-After"]
                group.cancel_scope.cancel()
        async with places.one():
            pass

    async def busy() -> None:
        async with places.one():
            await anyio.sleep_forever()

    anyio.run(main)


def test_without_anybody_who_stops_it_a_question_runs():
    assert STOP.get() is None
    with duckdb.connect() as con, stoppable(con.interrupt):
        assert con.execute("select 1").fetchall() == [(1,)]
