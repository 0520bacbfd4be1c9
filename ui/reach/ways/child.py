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

MEMORY_BYTES, CPU_SECONDS = 3_000_000_000, 90
MOST_ROWS, MOST_UNPACKED, MOST_COLUMNS = 5_000_000, 1_000_000_000, 200
MOST_TOLD = 20
COLUMNS = ("origin", "destination", "minutes")
_MOST_MINUTES = 10_000.0
_NO_CELL = later("is no H3 cell of land of resolution 6")
_NO_PLACE = later("is the id of no known place")
_NO_MINUTES = later("is no number of minutes from 0 to 10000")
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
    table = _opened(file)
    origin = cells_of(table["origin"])
    destination = texts(table["destination"])
    minutes = minutes_of(table["minutes"])
    checks = [
        (
            "origin",
            pc.invert(pc.is_in(origin, cells)),
            later("is no H3 cell of land of resolution 6"),
        ),
        (
            "destination",
            pc.invert(pc.is_in(destination, places)),
            later("is the id of no known place"),
        ),
        ("minutes", _not_minutes(minutes), _NO_MINUTES),
    ]
    clean = pa.table({"origin": origin, "destination": destination, "minutes": minutes})
    checks.append(("origin", _repeated(clean), later("and its destination have a row already")))
    faults, wrong = [], np.zeros(table.num_rows, dtype=bool)
    for column, bad, reason in checks:
        marked = pc.fill_null(bad, True).to_numpy(zero_copy_only=False)
        fresh = np.flatnonzero(marked & ~wrong)
        wrong |= marked
        for row in fresh[:MOST_TOLD]:
            value = table[column][int(row)].as_py()
            faults.append(Fault(int(row) + 1, column, _shown(value), reason))
    return Read(clean, sorted(faults)[:MOST_TOLD], int(wrong.sum()))


def _opened(file: Path) -> pa.Table:
    """The three columns, if the file is small enough unpacked and has each of them once."""
    try:
        opened = pq.ParquetFile(file)
        meta, names = opened.metadata, opened.schema_arrow.names
        lacking = [each for each in COLUMNS if names.count(each) != 1]
        if lacking or len(names) > MOST_COLUMNS:
            raise RefusedError(
                later(
                    "There must be one column {column}; the columns are {columns}. The table needs "
                    "origin (an H3 cell), destination (the id of a place) and minutes."
                ),
                column=lacking[0] if lacking else COLUMNS[0],
                columns=", ".join(str(each)[:40] for each in names[:12]),
            )
        _check_size(meta)
        return opened.read(list(COLUMNS), use_threads=False)
    except pa.ArrowMemoryError:
        raise MemoryError from None
    except (pa.ArrowException, OSError, ValueError):
        raise RefusedError(
            later("This is no Parquet file that can be read. Write it anew.")
        ) from None


def _check_size(meta: pq.FileMetaData) -> None:
    """RefusedError where there is no row, or too many, or the three columns are too large.

    Other columns may be as large as they like: they are not read.
    """
    if not meta.num_rows:
        raise RefusedError(later("The table has no row."))
    if meta.num_rows > MOST_ROWS:
        raise RefusedError(
            later(
                "The table has {rows} rows; at most {most} are read. Leave out the longest ways, "
                "or other countries."
            ),
            rows=f"{meta.num_rows:,}",
            most=f"{MOST_ROWS:,}",
        )
    groups = [meta.row_group(each) for each in range(meta.num_row_groups)]
    columns = [each.column(at) for each in groups for at in range(each.num_columns)]
    named = [each for each in columns if each.path_in_schema.split(".")[0] in COLUMNS]
    if sum(each.total_uncompressed_size for each in named) > MOST_UNPACKED:
        raise RefusedError(
            later(
                "Columns {columns} take more than {size} GB unpacked. Leave out the longest ways, "
                "or other countries."
            ),
            columns=", ".join(COLUMNS),
            size=f"{MOST_UNPACKED / 1e9:g}",
        )


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
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
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


def _end_with(parent: int) -> None:
    """Have the system end this process when the one that started it ends, where it can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ON_PARENTS_END, signal.SIGKILL)
        # It may have ended before that.
        if os.getppid() != parent:
            sys.exit(1)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), int(sys.argv[2]))
