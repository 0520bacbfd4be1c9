"""Tables of travel times: read in a child process, kept while the app runs, found by their mark."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from ui.language import _, n_
from ui.out.taken import NotOfferedError
from ui.reach.ways.child import MOST_TOLD
from ui.store import ROOT, Dataset, ask

CROW = "crow"
LARGEST_BYTES = 50_000_000
_SECONDS = 120
_WAIT_SECONDS = 20
_MOST_KEPT = 3
_MARK = 16
_kept: "OrderedDict[str, pd.DataFrame]" = OrderedDict()
_turn = threading.Lock()
# One child at a time: each may take gigabytes.
_child = threading.BoundedSemaphore(1)


class NotReadError(ValueError):
    """A table that is refused: why, and which rows."""


class BusyError(NotReadError):
    """A table that could not be looked at yet: another one is being read."""


class NotHereError(NotOfferedError):
    """A table that was kept and is not any more: newer ones took its place."""

    def __init__(self, mark: str) -> None:
        super().__init__("ways", mark, (CROW,))
        self.args = (_("The table of travel times is not here any more; give it again."),)


@dataclass(frozen=True)
class _Places:
    """Files of one reading."""

    file: Path
    folder: Path

    def task(self) -> dict[str, str]:
        names = ("cells", "places", "rows", "report")
        return {"file": str(self.file)} | {each: str(self.folder / each) for each in names}


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
                _keep(mark, _read(file, dataset))
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


def _read(file: Path, dataset: Dataset) -> pd.DataFrame:
    with tempfile.TemporaryDirectory(prefix="groundwork_") as folder:
        task = _Places(file.resolve(), Path(folder)).task()
        ask(dataset, "reach_cell")[["cell"]].to_parquet(task["cells"])
        ask(dataset, "reach_destination").to_parquet(task["places"])
        report = _report(task)
        if report["problem"]:
            raise NotReadError(_(report["problem"], **report["parts"]))
        if report["wrong"]:
            raise NotReadError(_faults(report))
        return pd.read_parquet(task["rows"])


def _report(task: dict[str, str]) -> dict[str, Any]:
    single = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
              "ARROW_DEFAULT_MEMORY_POOL": "system"}  # fmt: skip
    command = [sys.executable, "-m", "ui.reach.ways.child", json.dumps(task), str(os.getpid())]
    too_much = _("Reading the table took too much time or memory. Leave out the longest ways.")
    try:
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, **single}, timeout=_SECONDS,
            stdin=subprocess.DEVNULL, capture_output=True, check=True,
        )  # fmt: skip
        found: dict[str, Any] = json.loads(Path(task["report"]).read_text("utf-8"))
    except (subprocess.SubprocessError, OSError, ValueError):
        raise NotReadError(too_much) from None
    return found


def _faults(report: dict[str, Any]) -> str:
    """Which rows are refused and why, the first ones."""
    lines = [
        _("Row {row}, column {column}: {value} {reason}.",
          row=row, column=column, value=repr(value), reason=_(reason))
        for row, column, value, reason in report["faults"]
    ]  # fmt: skip
    rest = report["wrong"] - len(report["faults"])
    if rest > 0:
        lines.append(
            n_("And {count} rows more.", "And {count} rows more.", rest, count=f"{rest:,}")
        )
    first = _(
        "Nothing is used: {wrong} of {all} rows cannot be.",
        wrong=f"{report['wrong']:,}", all=f"{report['rows']:,}",
    )  # fmt: skip
    return "\n".join([first, *lines[: MOST_TOLD + 1]])
