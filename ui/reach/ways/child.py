"""Reads one table of travel times in a process of its own, with limits: started by `reading`.

The file is untrusted bytes. All of its rows are good, or the report says which are not and why.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ui.reach.ways.columns import RefusedError, cells_of, later, minutes_of, texts
from ui.reach.ways.unpacked import MOST_UNPACKED, opened

MEMORY_BYTES, CPU_SECONDS = 3_000_000_000, 90
MOST_TOLD = 20
_MOST_MINUTES = 10_000.0
_NO_CELL = later("is no H3 cell of land of resolution 6")
_NO_PLACE = later("is the id of no known place")
_NO_MINUTES = later("is no number of minutes from 0 to 10000")
_TWICE = later("and its destination have a row already")
# PR_SET_PDEATHSIG of Linux.
_ON_PARENTS_END = 1


class Fault(NamedTuple):
    """What is wrong with one value; rows are counted from 1."""

    row: int
    column: str
    value: str
    reason: str


class Read(NamedTuple):
    """The rows, in the order of the file, and what is wrong with any of them."""

    table: pa.Table
    faults: list[Fault]
    wrong: int


def read(file: Path, cells: pa.Array, places: pa.Array) -> Read:
    """The rows of a Parquet file that names known cells and places; RefusedError where none can be.

    `cells` are H3 numbers (uint64), `places` the ids of facilities.
    """
    table = opened(file)
    origin = cells_of(table["origin"])
    destination = texts(table["destination"])
    minutes = minutes_of(table["minutes"])
    checks = [
        ("origin", pc.invert(pc.is_in(origin, cells)), _NO_CELL),
        ("destination", pc.invert(pc.is_in(destination, places)), _NO_PLACE),
        ("minutes", _not_minutes(minutes), _NO_MINUTES),
    ]
    clean = pa.table({"origin": origin, "destination": destination, "minutes": minutes})
    checks.append(("origin", _repeated(clean), _TWICE))
    faults, wrong = [], np.zeros(table.num_rows, dtype=bool)
    for column, bad, reason in checks:
        marked = pc.fill_null(bad, True).to_numpy(zero_copy_only=False)
        fresh = np.flatnonzero(marked & ~wrong)
        wrong |= marked
        for row in fresh[:MOST_TOLD]:
            value = table[column][int(row)].as_py()
            faults.append(Fault(int(row) + 1, column, _shown(value), reason))
    return Read(clean, sorted(faults)[:MOST_TOLD], int(wrong.sum()))


def _not_minutes(minutes: pa.Array) -> pa.Array:
    good = pc.and_(pc.greater_equal(minutes, 0.0), pc.less_equal(minutes, _MOST_MINUTES))
    return pc.invert(pc.fill_null(good, False))


def _repeated(rows: pa.Table) -> pa.Array:
    """Whether the same cell and place stood in a row before."""
    numbers = [
        pc.fill_null(rows[each].combine_chunks().dictionary_encode().indices, -1).to_numpy()
        for each in ("origin", "destination")
    ]
    origin, destination = (each.astype(np.int64) + 1 for each in numbers)
    _, first = np.unique(origin * (destination.max() + 1) + destination, return_index=True)
    repeated = np.ones(rows.num_rows, dtype=bool)
    repeated[first] = False
    return pa.array(repeated)


def _shown(value: Any) -> str:
    return "" if value is None else str(value)[:60]


def main(task: dict[str, str], parent: int) -> None:
    """Read the file of a task; write its rows, and then the report."""
    _end_with(parent)
    limit()
    cells = pq.read_table(task["cells"], use_threads=False)["cell"]
    places = pq.read_table(task["places"], use_threads=False)["facility_id"]
    report: dict[str, Any] = {"problem": "", "parts": {}, "faults": [], "wrong": 0, "rows": 0}
    try:
        found = read(Path(task["file"]), cells.combine_chunks(), places.combine_chunks())
        report |= {"faults": found.faults, "wrong": found.wrong, "rows": found.table.num_rows}
        if not found.wrong:
            pq.write_table(found.table, task["rows"])
    except RefusedError as error:
        report |= {"problem": error.text, "parts": error.parts}
    except MemoryError:
        report["problem"] = later("The table takes too much memory. Leave out the longest ways.")
    Path(task["report"]).write_text(json.dumps(report), encoding="utf-8", errors="replace")


def limit() -> None:
    """Have this process end where it takes too much: memory, time, disk."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, MOST_UNPACKED), (resource.RLIMIT_CORE, 0),
    ):  # fmt: skip
        resource.setrlimit(what, (most, most))


def _end_with(parent: int) -> None:
    """Have the system end this process when the one that started it ends, where it can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ON_PARENTS_END, signal.SIGKILL)
        # It may have ended before that.
        if os.getppid() != parent:
            sys.exit(1)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), int(sys.argv[2]))
