"""From blocks of a file into a DuckDB table: one statement that reads Arrow batches."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection

MEMORY_MB = 256


def connect(path: Path | None = None, memory_mb: int = MEMORY_MB) -> DuckDBPyConnection:
    """A database to load in bulk, in memory or in a file, that keeps to `memory_mb`.

    Rows are stored in any order: each has the line it comes from.
    """
    return duckdb.connect(
        str(path or ":memory:"),
        config={"memory_limit": f"{memory_mb}MB", "preserve_insertion_order": "false"},
    )


def pour(
    con: DuckDBPyConnection, statement: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]
) -> None:
    """Run `statement`, which reads `batches` as table `incoming`.

    An error in making the batches is raised as it is, and nothing is inserted.
    """
    failed: list[Exception] = []

    def watched() -> Iterator[pa.RecordBatch]:
        try:
            yield from batches
        except Exception as error:
            failed.append(error)
            raise

    con.register("incoming", pa.RecordBatchReader.from_batches(schema, watched()))
    try:
        con.execute(statement)
    except duckdb.Error:
        if failed:
            raise failed[0] from None
        raise
    finally:
        con.unregister("incoming")


def count(con: DuckDBPyConnection, table: str) -> int:
    """Rows of a table."""
    (rows,) = con.execute(f"select count(*) from {table}").fetchone() or (0,)  # noqa: S608
    return int(rows)
