"""The three columns of a file that is untrusted bytes, as long as they are not too large."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ui.reach.ways.columns import RefusedError, later

COLUMNS = ("origin", "destination", "minutes")
MOST_ROWS, MOST_UNPACKED, MOST_COLUMNS = 5_000_000, 1_000_000_000, 200
UNREADABLE = later("This is no Parquet file that can be read. Write it anew.")


def opened(file: Path) -> pa.Table:
    """The three columns, if the file is small enough unpacked and has each of them once."""
    try:
        table = pq.ParquetFile(file)
        names = table.schema_arrow.names
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
        _check_rows(table.metadata.num_rows)
        return _unpacked(table)
    except pa.ArrowMemoryError:
        raise MemoryError from None
    except (pa.ArrowException, OSError, ValueError):
        raise RefusedError(UNREADABLE) from None


def _check_rows(rows: int) -> None:
    """RefusedError where a file says it has no row, or too many."""
    if not rows:
        raise RefusedError(later("The table has no row."))
    if rows > MOST_ROWS:
        raise RefusedError(
            later(
                "The table has {rows} rows; at most {most} are read. Leave out the longest ways, "
                "or other countries."
            ),
            rows=rows,
            most=MOST_ROWS,
        )


def _unpacked(file: pq.ParquetFile) -> pa.Table:
    """The three columns, weighed as they are unpacked: what a file says of its size may be false.

    Other columns may be as large as they like: they are not read. The sizes in the file are not
    asked for: where they are broken, asking ends Python.
    """
    batches, size = [], 0
    for batch in file.iter_batches(columns=list(COLUMNS), use_threads=False):
        batches.append(batch)
        size += batch.nbytes
        if size > MOST_UNPACKED:
            raise RefusedError(
                later(
                    "Columns {columns} take more than {size} GB unpacked. Leave out the longest "
                    "ways, or other countries."
                ),
                columns=", ".join(COLUMNS),
                size=MOST_UNPACKED // 10**9,
            )
    table = pa.Table.from_batches(batches).select(list(COLUMNS))
    if table.num_rows != file.metadata.num_rows:
        raise RefusedError(UNREADABLE)
    return table
