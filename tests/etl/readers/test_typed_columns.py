"""Columns in bulk: a value that is read is the exact one, and no good value is lost."""

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from etl.columns import Column, code, count, number, text
from etl.contract.shared import PERIOD
from etl.readers.typed_columns import TypedColumn
from etl.readers.typed_text import ValueFaultError, read_value

COLUMNS = [
    number("lat", "", -90, 90),
    number("free", ""),
    Column("lon", "DOUBLE", "", required=True),
    count("places", ""),
    Column("level", "TINYINT", "", required=True, minimum=-3),
    Column("cell", "UBIGINT", ""),
    Column("opened", "DATE", ""),
    Column("closed", "DATE", "", required=True),
    Column("editable", "BOOLEAN", ""),
    code("kind", "", {"a": "", "bc": "", "1": ""}),
    PERIOD,
    text("note", ""),
    text("name", "", required=True),
]
DAYS = st.dates().map(str)
NUMBERS = st.one_of(
    st.integers(-(10**20), 10**20).map(str),
    st.floats(allow_nan=True).map(str),
    st.floats(-100, 100).map(lambda value: f"{value:.6f}"),
)
ODD = st.text("0123456789.-+eE_ aé１,\n", max_size=12)
TEXTS = st.lists(
    st.one_of(st.just(""), NUMBERS, DAYS, ODD, st.sampled_from(["a", "bc", "true", "2024-Q1"])),
    max_size=12,
)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
@given(texts=TEXTS, skip=st.integers(0, 2))
@example(texts=["1.2.3", "5", "-", "1-2", "9" * 400, "-.5", "5.", "."], skip=0)
@example(texts=["2024-13-01", "2024-01-01", "0000-01-01", "9999-12-31", "2024--1-01"], skip=1)
@example(texts=["127", "128", "-128", "-4", "9" * 18, "9" * 19], skip=0)
@settings(deadline=None, max_examples=150)
def test_a_column_is_read_as_its_values_would_be(
    column: Column, texts: list[str], skip: int
) -> None:
    typed = TypedColumn(column)
    given_ = pa.array([text or None for text in texts], pa.string())
    given_ = given_.cast(typed.text_type)[skip:]

    values, doubtful = typed.read(given_)

    assert values.type == typed.type
    for written, value, in_doubt in zip(texts[skip:], values.to_pylist(), doubtful, strict=True):
        if not in_doubt:
            assert value == read_value(column, written)


@pytest.mark.parametrize(
    ("column", "plain"),
    [
        (COLUMNS[0], ["48.25", "-0.5", "90", ""]),
        (COLUMNS[3], ["0", "12", "007", ""]),
        (COLUMNS[6], ["2024-02-29", "1999-12-31", ""]),
        (COLUMNS[9], ["a", "bc", ""]),
        (COLUMNS[12], ["Órgano", "a b", "1"]),
    ],
)
def test_plain_values_are_not_doubtful(column: Column, plain: list[str]) -> None:
    typed = TypedColumn(column)
    _, doubtful = typed.read(
        pa.array([t or None for t in plain], pa.string()).cast(typed.text_type)
    )
    assert not doubtful.any()


def test_a_key_of_another_table_must_be_there() -> None:
    typed = TypedColumn(text("source_id", "", required=True), frozenset({"anna"}))
    _, doubtful = typed.read(pa.array(["anna", "ana", None]).cast(typed.text_type))
    assert doubtful.tolist() == [False, True, True]
    with pytest.raises(ValueFaultError):
        read_value(typed.column, "ana", typed.keys)
