"""Frames become rows to take away: types by what is in a column, missing is null."""

import datetime as dt
from datetime import datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.out.from_frame import arrow_of, taken_from_frame
from ui.out.taken import ABOUT
from ui.store import Dataset

DATASET = Dataset("Published", "/invented/frame.duckdb", datetime(2026, 3, 1))
STAMP = pa.timestamp("us")


def held(*values: Any, dtype: Any = object) -> tuple[pa.DataType, list[Any]]:
    """The type and values of a column of these."""
    column = arrow_of(pd.DataFrame({"a": pd.Series(list(values), dtype=dtype)}))["a"]
    return column.type, column.to_pylist()


@pytest.mark.parametrize(
    ("values", "kind", "expected"),
    [
        (["a", None, "b"], pa.string(), ["a", None, "b"]),
        ([None, None], pa.string(), [None, None]),
        ([1, None, 3], pa.int64(), [1, None, 3]),
        ([1, None, 2.5], pa.float64(), [1.0, None, 2.5]),
        ([2**70, 1], pa.string(), [str(2**70), "1"]),
        ([True, None, False], pa.bool_(), [True, None, False]),
        ([1, "a", True, None, 2.0], pa.string(), ["1", "a", "true", None, "2"]),
        ([True, 1], pa.string(), ["true", "1"]),
        ([dt.date(2025, 1, 2), None], pa.date32(), [dt.date(2025, 1, 2), None]),
        ([datetime(2025, 1, 2, 3), None], STAMP, [datetime(2025, 1, 2, 3), None]),
        ([dt.date(2025, 1, 2), "x"], pa.string(), ["2025-01-02", "x"]),
        ([Decimal("1.5"), None], pa.float64(), [1.5, None]),
        ([["a"], None], pa.string(), ['["a"]', None]),
        ([np.int32(3), np.nan, pd.NA], pa.int64(), [3, None, None]),
        (["\ud800x"], pa.string(), ["?x"]),
    ],
    ids=repr,
)
def test_columns_of_objects_get_the_type_they_share_else_text(values, kind, expected):
    assert held(*values) == (kind, expected)


@pytest.mark.parametrize(
    ("dtype", "values", "kind", "expected"),
    [
        ("str", ["a", None], pa.string(), ["a", None]),
        ("Int64", [1, None], pa.int64(), [1, None]),
        ("int8", [1, 2], pa.int64(), [1, 2]),
        ("uint64", [2**64 - 1], pa.uint64(), [2**64 - 1]),
        ("float64", [1.0, np.nan], pa.float64(), [1.0, None]),
        ("float32", [0.5, np.nan], pa.float64(), [0.5, None]),
        ("Float64", [0.5, None], pa.float64(), [0.5, None]),
        ("boolean", [True, None], pa.bool_(), [True, None]),
        ("bool", [True, False], pa.bool_(), [True, False]),
        ("category", ["x", None, "x"], pa.string(), ["x", None, "x"]),
        ("datetime64[ns]", ["2025-01-31", None], pa.date32(), [dt.date(2025, 1, 31), None]),
        ("datetime64[us]", ["2025-01-31T10:00"], STAMP, [datetime(2025, 1, 31, 10)]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_columns_of_a_type_keep_it_in_its_widest_form(dtype, values, kind, expected):
    if dtype.startswith("datetime"):
        values = pd.to_datetime(pd.Series(values)).astype(dtype)
    assert held(*values, dtype=dtype) == (kind, expected)


def test_moments_with_a_zone_are_in_utc():
    kind, (value,) = held(*pd.to_datetime(["2025-07-01 10:00+02:00"]), dtype="object")
    assert kind == pa.timestamp("us", "UTC")
    assert value == datetime(2025, 7, 1, 8, tzinfo=dt.UTC)


@given(st.lists(st.one_of(st.none(), st.text(), st.integers(), st.floats(), st.booleans(),
                          st.dates(), st.datetimes(), st.decimals(allow_nan=False))))  # fmt: skip
def test_any_column_becomes_one_of_few_types_and_loses_no_row(values):
    kind, found = held(*values)
    assert kind in {pa.string(), pa.int64(), pa.float64(), pa.bool_(), pa.date32(), STAMP}
    assert len(found) == len(values)
    missing = [each is None or str(each) == "nan" for each in values]
    assert [each is None for each in found] == missing


def test_names_may_be_twice_or_numbers_and_the_index_is_left_out():
    frame = pd.DataFrame([[1, 2, 3]], columns=["a", "a", 7], index=["x"])
    assert arrow_of(frame).schema.names == ["a", "a", "7"]


def test_a_frame_is_ready_to_be_taken_away():
    frame = pd.DataFrame({"value": [1.5, None], "name": ["a", None]})
    found = taken_from_frame(
        "view", "Who?", DATASET, {"in": "IT"}, frame,
        about={"value": "Places", "other": "x"}, query="select 1", notes=["Round."],
    )  # fmt: skip
    assert (found.name, found.title, found.filters) == ("view", "Who?", {"in": "IT"})
    assert (found.query, found.notes) == ("select 1", ("Round.",))
    assert found.schema.field("value").metadata == {ABOUT: b"Places"}
    assert found.schema.field("name").metadata is None
    for _ in range(2):
        pd.testing.assert_frame_equal(found.frame(), frame)


def test_no_rows_keep_their_columns():
    found = taken_from_frame("view", "Who?", DATASET, {}, pd.DataFrame(columns=["a", "b"]))
    assert found.schema.names == ["a", "b"]
    assert sum(batch.num_rows for batch in found.batches()) == 0
