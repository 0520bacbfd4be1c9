"""Open datasets: one read-only connection each, a cursor a query, and the last answers.

A replaced dataset is closed once nobody reads it: a page holds the one it began with to its end.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import duckdb
import pandas as pd

from ui import folder
from ui.elsewhere import without_keys
from ui.kept import Kept

if TYPE_CHECKING:
    from ui.store import Dataset

_SQL = Path(__file__).parent / "sql"
# A question with its values by name.
Asked = tuple[str, tuple[tuple[str, str | int], ...]]


def _connect(dataset: "Dataset") -> duckdb.DuckDBPyConnection:
    """A connection that can read this file or folder, as it is now, and nothing else.

    Attached from memory: opening a path again while an old connection lives would show the
    old file, where a new one replaced it under the same name.
    """
    con = duckdb.connect(
        config={
            "python_enable_replacements": "false",
            "memory_limit": "1GB",
            "threads": "2",
            "max_temp_directory_size": "2GB",
        }
    )
    if folder.is_folder(dataset.path):
        with without_keys():
            folder.attach(con, dataset.path)
    else:
        path = dataset.path.replace("'", "''")
        con.execute(f"attach '{path}' as dataset (read_only)")
    con.execute("use dataset")
    con.execute("set enable_external_access = false")
    con.execute("set lock_configuration = true")
    return con


class Open:
    """An open dataset: its connection and its last answers. Closed once nobody holds it."""

    def __init__(self, dataset: "Dataset") -> None:
        self.connection = _connect(dataset)
        # Not a method of this: it would hold itself, and nobody letting go would close it.
        self.answers = Kept[Asked, pd.DataFrame](256, partial(_answer, self.connection))


def _answer(connection: duckdb.DuckDBPyConnection, asked: Asked) -> pd.DataFrame:
    question, values = asked
    statement = (_SQL / f"{question}.sql").read_text("utf-8")
    with connection.cursor() as cursor, without_keys():
        cursor.execute("use dataset")
        return cursor.execute(statement, dict(values)).df()


_OPEN = Kept["Dataset", Open](4, Open)
# The newest dataset of each kind and folder, and those it has lately taken the place of.
_MOST_NOTICED = 64
_NEWEST: dict[tuple[str, str], "Dataset"] = {}
_REPLACED: deque["Dataset"] = deque(maxlen=8)
_NOTICING = Lock()
_HELD: ContextVar[tuple["Dataset", Open]] = ContextVar("the dataset of the page")


def notice(dataset: "Dataset") -> None:
    """Keep the connection to a dataset no longer, once another has taken its place."""
    place = dataset.kind, str(Path(dataset.path).parent)
    if _NEWEST.get(place) == dataset:
        return
    with _NOTICING:
        before, _NEWEST[place] = _NEWEST.get(place), dataset
        if len(_NEWEST) > _MOST_NOTICED:
            del _NEWEST[next(iter(_NEWEST))]
        if dataset in _REPLACED:
            _REPLACED.remove(dataset)
        if before is not None and before != dataset:
            _REPLACED.append(before)
            _OPEN.drop(before)


def opened(dataset: "Dataset") -> Open:
    """A dataset, open; a replaced one only for whoever asks."""
    held = _HELD.get(None)
    if held is not None and held[0] == dataset:
        return held[1]
    return Open(dataset) if dataset in _REPLACED else _OPEN.get(dataset)


@contextmanager
def holding(dataset: "Dataset") -> Iterator[None]:
    """While a page runs: all it asks is answered by this file, whatever takes its place."""
    before = _HELD.set((dataset, opened(dataset)))
    try:
        yield
    finally:
        _HELD.reset(before)


def held() -> "Dataset | None":
    """The dataset the page that runs has begun with; None outside the frame of pages."""
    found = _HELD.get(None)
    return found[0] if found else None


def let_go(dataset: "Dataset") -> None:
    """Forget a dataset that proved unreadable, so that it is opened anew at the next question."""
    _OPEN.drop(dataset)


@contextmanager
def reading(dataset: "Dataset") -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor of one's own on a dataset, for rows that are read as they are sent."""
    with opened(dataset).connection.cursor() as cursor, without_keys():
        cursor.execute("use dataset")
        yield cursor
