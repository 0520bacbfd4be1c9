"""Batches into a table: all rows or none, and errors as they are."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from etl.readers.pour import connect, pour
from etl.reading import LayoutError

SCHEMA = pa.schema([("n", pa.int64())])


def batch(*numbers: int) -> pa.RecordBatch:
    return pa.record_batch([pa.array(numbers, pa.int64())], schema=SCHEMA)


def test_all_batches_are_read(tmp_path: Path) -> None:
    with connect(tmp_path / "t.duckdb") as con:
        con.execute("create table t (n bigint)")
        pour(con, "insert into t select n from incoming", SCHEMA, [batch(1, 2), batch(3)])
        assert con.execute("select n from t order by n").fetchall() == [(1,), (2,), (3,)]


def test_an_error_in_the_making_is_raised_as_it_is_and_nothing_is_inserted() -> None:
    def breaking() -> Iterator[pa.RecordBatch]:
        yield batch(1)
        raise LayoutError("line 7")

    with connect() as con:
        con.execute("create table t (n bigint)")
        with pytest.raises(LayoutError, match=r"^line 7$"):
            pour(con, "insert into t select n from incoming", SCHEMA, breaking())
        assert con.execute("select count(*) from t").fetchone() == (0,)


def test_an_error_of_the_database_is_its_own() -> None:
    with connect() as con, pytest.raises(duckdb.ConversionException):
        pour(con, "select (n || 'x')::int from incoming", SCHEMA, [batch(1)])
