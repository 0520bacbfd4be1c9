"""What kept frames write down of views that are gone is struck out; what is there stays."""

import asyncio
from collections.abc import Iterator

import pandas as pd
import pyarrow as pa
import pytest

from ui.server import upkeep


@pytest.fixture(autouse=True)
def same_pool_after() -> Iterator[None]:
    before = pa.default_memory_pool()
    yield
    pa.set_memory_pool(before)


def written(frame: pd.DataFrame) -> int:
    """How many views its columns have written down, their own included."""
    return sum(len(block.refs.referenced_blocks) for block in frame._mgr.blocks)


def test_views_that_are_gone_are_struck_out() -> None:
    kept = pd.DataFrame({"need": [1.0, 2.0], "name": ["a", "b"]})
    first = written(kept)
    for _ in range(50):
        kept.assign(more=1)
        kept["name"].tolist()
    assert written(kept) >= first + 100
    assert upkeep.strike_out() >= 100
    assert written(kept) == first


def test_a_view_that_is_there_is_not_written_through() -> None:
    kept = pd.DataFrame({"need": [1.0, 2.0], "name": ["a", "b"]})
    view, names = kept.assign(), kept["name"]
    kept["need"].sum()
    upkeep.strike_out()
    view.loc[0, "need"] = 9.0
    names.iloc[0] = "z"
    assert kept.loc[0].tolist() == [1.0, "a"]
    kept.loc[1, "need"] = 7.0
    assert view["need"].tolist() == [9.0, 2.0]


def test_nothing_is_struck_out_twice() -> None:
    kept = pd.DataFrame({"need": [1.0]})
    kept["need"].sum()
    upkeep.strike_out()
    before = written(kept)
    upkeep.strike_out()
    assert written(kept) == before


def test_the_server_keeps_up_while_it_runs_and_ends_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = list[str]()
    monkeypatch.setattr(upkeep, "strike_out", lambda: done.append("struck out"))
    monkeypatch.setattr(upkeep, "give_back", lambda: done.append("given back"))

    async def served() -> int:
        async with upkeep.upkeep(0.001):
            while len(done) < 4:
                await asyncio.sleep(0.001)
        return len(asyncio.all_tasks())

    assert asyncio.run(served()) == 1
    assert done[:4] == ["struck out", "given back"] * 2


def test_what_fails_once_does_not_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = list[int]()

    def fails() -> None:
        tries.append(1)
        raise MemoryError

    monkeypatch.setattr(upkeep, "strike_out", fails)

    async def served() -> None:
        async with upkeep.upkeep(0.001):
            while len(tries) < 3:
                await asyncio.sleep(0.001)

    asyncio.run(served())
