"""Tables of travel times: read once, kept while the app runs, found by their mark."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from ui.language import _
from ui.out.taken import NotOfferedError
from ui.reach.ways.apart import NotReadError, read
from ui.store import Dataset

CROW = "crow"
LARGEST_BYTES = 50_000_000
_WAIT_SECONDS = 20
_MOST_KEPT = 3
_MARK = 16
_kept: "OrderedDict[str, pd.DataFrame]" = OrderedDict()
_turn = threading.Lock()
# One child at a time: each may take gigabytes.
_child = threading.BoundedSemaphore(1)


class BusyError(NotReadError):
    """A table that could not be looked at yet: another one is being read."""


class NotHereError(NotOfferedError):
    """A table that was kept and is not any more: newer ones took its place."""

    def __init__(self, mark: str) -> None:
        super().__init__("ways", mark, (CROW,))
        self.args = (_("The table of travel times is not here any more; give it again."),)


def load(file: Path, dataset: Dataset) -> str:
    """Read a table and keep it; its mark, by which `table_of` finds it. Raises NotReadError.

    Every row must be good: a cell of land, a place on record, minutes; nothing is taken else.
    """
    if not file.is_file():
        raise NotReadError(_("There is no file {name}.", name=file.name))
    if file.stat().st_size > LARGEST_BYTES:
        most = f"{LARGEST_BYTES / 1e6:.0f} MB"
        raise NotReadError(
            _("The file has more than {size}. Leave out the longest ways.", size=most)
        )
    content = file.read_bytes()
    if not content.startswith(b"PAR1"):
        raise NotReadError(_("This is no Parquet file. Save the table as Parquet."))
    mark = hashlib.sha256(content + dataset.path.encode()).hexdigest()[:_MARK]
    if table_of(mark) is None:
        with _one_at_a_time():
            # Whoever read before may have read the same.
            if table_of(mark) is None:
                _keep(mark, read(file, dataset))
    return mark


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Within, nobody else reads a table; BusyError where that does not end soon."""
    if not _child.acquire(timeout=_WAIT_SECONDS):
        raise BusyError(_("Another table is being read; try again in a minute."))
    try:
        yield
    finally:
        _child.release()


def _keep(mark: str, rows: pd.DataFrame) -> None:
    with _turn:
        _kept[mark] = rows
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)


def table_of(mark: str) -> pd.DataFrame | None:
    """The rows of a table: origin (H3 number), destination, minutes; None if it is not kept."""
    with _turn:
        if mark in _kept:
            _kept.move_to_end(mark)
        return _kept.get(mark)


def kept_table(mark: str) -> pd.DataFrame:
    """The same; NotHereError if it is not kept."""
    table = table_of(mark)
    if table is None:
        raise NotHereError(mark)
    return table
