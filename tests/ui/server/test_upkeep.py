"""A server's memory is given back while it runs, whatever happens, and no longer."""

import asyncio

import duckdb
import pyarrow as pa
import pytest

from ui.server import upkeep

_TEXTS = "select 'a territory of ' || range as name from range(9999)"


def while_served(calls: list[int], many: int) -> int:
    """Serve until so many calls were made; how many tasks are left after that."""

    async def served() -> int:
        async with upkeep.upkeep(0.001):
            while len(calls) < many:
                await asyncio.sleep(0.001)
        return len(asyncio.all_tasks())

    return asyncio.run(served())


def test_memory_is_given_back_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = list[int]()
    monkeypatch.setattr(upkeep, "give_back", lambda: calls.append(1))
    assert while_served(calls, 3) == 1


def test_what_fails_once_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = list[int]()

    def fails() -> None:
        calls.append(1)
        raise MemoryError

    monkeypatch.setattr(upkeep, "give_back", fails)
    assert while_served(calls, 3) == 1


def test_texts_of_frames_are_held_by_the_system_while_a_server_runs() -> None:
    before = pa.default_memory_pool().backend_name

    async def served() -> tuple[str, int]:
        async with upkeep.upkeep():
            pool = pa.default_memory_pool()
            empty = pool.bytes_allocated()
            with duckdb.connect() as con:
                frame = con.execute(_TEXTS).df()
            held = pool.bytes_allocated() - empty
            upkeep.give_back()
            assert frame["name"].iloc[-1] == "a territory of 9998"
            return pool.backend_name, held

    backend, held = asyncio.run(served())
    assert backend == "system"
    assert held > 9999 * len("a territory of ")
    assert pa.default_memory_pool().backend_name == before
