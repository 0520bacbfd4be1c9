"""Our CSV read back: the same table, in both dialects; another file is refused in words."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.out.formats.rows import ROWS, TEXTS, tables, taken
from ui.out.formats import read_back
from ui.out.formats.delimited import SPREADSHEET, STANDARD, pieces, stream

DIALECTS = pytest.mark.parametrize(
    "dialect", [STANDARD, SPREADSHEET], ids=["standard", "spreadsheet"]
)


@DIALECTS
def test_the_rows_come_back(dialect):
    data = b"".join(stream(taken(), dialect))
    assert read_back.table(data, ROWS.schema, dialect).equals(ROWS, check_metadata=True)


@DIALECTS
@given(table=tables(), name=TEXTS)
def test_any_rows_come_back(dialect, table, name):
    table = table.rename_columns({"text": name})
    data = b"".join(pieces(table.schema, table.to_batches(), dialect))
    assert read_back.table(data, table.schema, dialect).equals(table)


@given(st.lists(st.floats(allow_nan=False) | st.none()))
def test_numbers_without_end_come_back_too(numbers):
    table = pa.table({"a": pa.array(numbers, pa.float64()), "b": pa.nulls(len(numbers), pa.int8())})
    data = b"".join(pieces(table.schema, table.to_batches()))
    assert read_back.table(data, table.schema).equals(table)


def test_moments_lists_bytes_and_one_column_come_back():
    table = pa.table(
        {
            "zoned": pa.array([0, None, 10**15 + 1], pa.timestamp("us", "UTC")),
            "list": pa.array([["=a", None], None, []], pa.list_(pa.string())),
            "bytes": pa.array([b"\x00=", None, b"a"]),
            "small": pa.array([0.1, None, 2.0], pa.float32()),
            "same": pa.array(["x", None, "x"]),
        }
    )
    for each in (table, table.select(["small"]), table.select(["same"])):
        data = b"".join(pieces(each.schema, each.to_batches()))
        assert read_back.table(data, each.schema).equals(each)


def test_no_rows_come_back_as_none():
    none = ROWS.slice(0, 0)
    assert read_back.table(b"".join(stream(taken(none))), none.schema).num_rows == 0


def test_other_columns_or_values_are_refused_in_words():
    data = b"".join(stream(taken()))
    with pytest.raises(read_back.ReadBackError, match="columns are"):
        read_back.table(data, ROWS.rename_columns({"value": "worth"}).schema)
    with pytest.raises(read_back.ReadBackError, match="17 columns"):
        read_back.table(data, ROWS.drop_columns(["value"]).schema)
    kinds = ROWS.schema.set(2, pa.field("name", pa.int64()))
    with pytest.raises(read_back.ReadBackError, match="Column name is not int64"):
        read_back.table(data, kinds)


def test_columns_are_described_beside_the_file():
    said = read_back.described(ROWS.schema)
    assert said[3] == {"name": "value", "type": "double", "about": "People per place"}
    assert read_back.schema_of(said).equals(ROWS.schema, check_metadata=True)
