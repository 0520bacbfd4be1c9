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

MEMORY_BYTES, CPU_SECONDS = 3_000_000_000, 90
MOST_ROWS, MOST_UNPACKED, MOST_COLUMNS = 5_000_000, 1_000_000_000, 200
MOST_TOLD = 20
COLUMNS = ("origin", "destination", "minutes")
_MOST_MINUTES = 10_000.0
# PR_SET_PDEATHSIG of Linux.
_ON_PARENTS_END = 1


class RefusedError(Exception):
    """The file as a whole cannot be read; the message says why and what to do."""


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
    origin = _cells_of(table["origin"])
    destination = _texts(table["destination"])
    minutes = _minutes_of(table["minutes"])
    checks = [
        ("origin", pc.invert(pc.is_in(origin, cells)), "is no H3 cell of land of resolution 6"),
        ("destination", pc.invert(pc.is_in(destination, places)), "is the id of no known place"),
        ("minutes", _not_minutes(minutes), f"is no number of minutes from 0 to {_MOST_MINUTES:g}"),
    ]
    clean = pa.table({"origin": origin, "destination": destination, "minutes": minutes})
    checks.append(("origin", _repeated(clean), "and its destination have a row already"))
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
                f"There must be one column {lacking[0] if lacking else COLUMNS[0]}; the columns "
                f"are {', '.join(str(each)[:40] for each in names[:12])}. The table needs origin "
                "(an H3 cell), destination (the id of a place) and minutes."
            )
        _check_size(meta)
        return opened.read(list(COLUMNS), use_threads=False)
    except pa.ArrowMemoryError:
        raise MemoryError from None
    except (pa.ArrowException, OSError, ValueError):
        raise RefusedError("This is no Parquet file that can be read. Write it anew.") from None


def _check_size(meta: pq.FileMetaData) -> None:
    """RefusedError where there is no row, or too many, or the three columns are too large.

    Other columns may be as large as they like: they are not read.
    """
    if not meta.num_rows:
        raise RefusedError("The table has no row.")
    if meta.num_rows > MOST_ROWS:
        raise RefusedError(
            f"The table has {meta.num_rows:,} rows; at most {MOST_ROWS:,} are read. "
            "Leave out the longest ways, or other countries."
        )
    groups = [meta.row_group(each) for each in range(meta.num_row_groups)]
    columns = [each.column(at) for each in groups for at in range(each.num_columns)]
    named = [each for each in columns if each.path_in_schema.split(".")[0] in COLUMNS]
    if sum(each.total_uncompressed_size for each in named) > MOST_UNPACKED:
        raise RefusedError(
            f"Columns {', '.join(COLUMNS)} take more than {MOST_UNPACKED / 1e9:g} GB unpacked. "
            "Leave out the longest ways, or other countries."
        )


def _cells_of(column: pa.ChunkedArray) -> pa.Array:
    """H3 numbers; a text is read as hexadecimal, null where it is none."""
    kind = column.type
    if pa.types.is_integer(kind):
        return pc.cast(column, pa.uint64(), safe=False).combine_chunks()
    if not _is_text(kind):
        raise RefusedError(f"Column origin is of type {kind}: it must be whole numbers or texts.")
    texts = _readable(column, "origin").dictionary_encode().combine_chunks()
    words = [_hexadecimal(each) for each in texts.dictionary.to_pylist()]
    return pa.array(words, pa.uint64()).take(texts.indices)


def _hexadecimal(text: str | None) -> int | None:
    try:
        return int(text or "", 16) if len(text or "") == 15 else None
    except ValueError:
        return None


def _texts(column: pa.ChunkedArray) -> pa.Array:
    if not _is_text(column.type):
        raise RefusedError(f"Column destination is of type {column.type}: it must be texts.")
    return pc.cast(_readable(column, "destination"), pa.string()).combine_chunks()


def _readable(column: pa.ChunkedArray, name: str) -> pa.ChunkedArray:
    """The same texts; RefusedError where bytes are none, which Parquet itself does not check."""
    try:
        column.validate(full=True)
    except pa.ArrowMemoryError:
        raise MemoryError from None
    except (ValueError, pa.ArrowException):
        raise RefusedError(f"Column {name} is not readable text (UTF-8).") from None
    return column


def _minutes_of(column: pa.ChunkedArray) -> pa.Array:
    kind = column.type
    numbers = (pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal)
    if not any(is_kind(kind) for is_kind in numbers):
        raise RefusedError(f"Column minutes is of type {kind}: it must be numbers.")
    return pc.cast(column, pa.float64(), safe=False).combine_chunks()


def _is_text(kind: pa.DataType) -> bool:
    inner = kind.value_type if pa.types.is_dictionary(kind) else kind
    return pa.types.is_string(inner) or pa.types.is_large_string(inner)


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
    report: dict[str, Any] = {"problem": "", "faults": [], "wrong": 0, "rows": 0}
    try:
        found = read(Path(task["file"]), cells.combine_chunks(), places.combine_chunks())
        report |= {"faults": found.faults, "wrong": found.wrong, "rows": found.table.num_rows}
        if not found.wrong:
            pq.write_table(found.table, task["rows"])
    except RefusedError as error:
        report["problem"] = str(error)
    except MemoryError:
        report["problem"] = "The table takes too much memory. Leave out the longest ways."
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
