"""Rows of a frame, ready to be taken away: each column gets a type that its name could keep.

Whole numbers stay whole where some are missing, moments that are all midnight are dates,
columns with nothing in them are text. What is mixed is text, each value in its plain spelling.
"""

import datetime as dt
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from numbers import Integral, Real
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds

from ui.out.taken import ABOUT, Taken
from ui.store import Dataset

_EXACT = 2**53
_INT64 = 2**63
_DAY = pa.date32()


def taken_from_frame(  # noqa: PLR0913, PLR0917  # the parts of a Taken, by their names
    name: str,
    title: str,
    dataset: Dataset,
    filters: Mapping[str, str],
    frame: pd.DataFrame,
    about: Mapping[str, str] | None = None,
    query: str = "",
    notes: Sequence[str] = (),
) -> Taken:
    """The rows of the frame, without its index; `about` says what columns hold."""
    table = arrow_of(frame, about or {})

    def batches() -> Iterator[pa.RecordBatch]:
        yield from table.to_batches()

    return Taken(
        name=name, title=title, dataset=dataset, filters=dict(filters), schema=table.schema,
        batches=batches, query=query, notes=tuple(notes), count=lambda: table.num_rows,
    )  # fmt: skip


def arrow_of(frame: pd.DataFrame, about: Mapping[str, str] | None = None) -> pa.Table:
    """The columns in their order, missing as null in whatever way it was said."""
    said = about or {}
    names = [str(name) for name in frame.columns]
    columns = [_column(frame.iloc[:, at]) for at in range(frame.shape[1])]
    fields = [
        pa.field(name, column.type, metadata={ABOUT: said[name].encode()} if name in said else None)
        for name, column in zip(names, columns, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=pa.schema(fields))


def _column(values: "pd.Series[Any]") -> pa.Array:
    if isinstance(values.dtype, pd.CategoricalDtype):
        values = values.astype(object)
    if isinstance(values.dtype, np.dtype) and values.dtype.kind == "O":
        return _objects([None if _is_missing(each) else each for each in values])
    if isinstance(values.dtype, np.dtype) and values.dtype.kind == "f":
        return pa.array(values.to_numpy(np.float64), pa.float64(), from_pandas=True)
    found = pa.Array.from_pandas(values)
    found = found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
    return _settled(found)


def _settled(found: pa.Array) -> pa.Array:
    """An array in one of few types: text, int64, float64, boolean, date, moment."""
    kind = found.type
    if kinds.is_timestamp(kind):
        return _day_or_moment(found)
    if kinds.is_integer(kind):
        return found.cast(pa.uint64() if kinds.is_uint64(kind) else pa.int64())
    if kinds.is_floating(kind):
        return found.cast(pa.float64())
    if kinds.is_boolean(kind) or kinds.is_date32(kind):
        return found
    if kinds.is_large_string(kind) or kinds.is_string(kind) or kinds.is_null(kind):
        return found.cast(pa.string())
    return _objects(found.to_pylist())


def _day_or_moment(found: pa.Array) -> pa.Array:
    """Dates where every moment is a midnight of no zone; else moments to the microsecond."""
    if found.type.tz is None:
        days = found.cast(_DAY, safe=False)
        if pc.all(pc.equal(days.cast(found.type), found), min_count=0).as_py():
            return days
    return found.cast(pa.timestamp("us", "UTC" if found.type.tz else None), safe=False)


def _objects(values: list[Any]) -> pa.Array:
    """Values of whatever kind: their common type if they have one, else text."""
    known = [each for each in values if each is not None]
    if known and all(isinstance(each, bool | np.bool_) for each in known):
        return pa.array([None if each is None else bool(each) for each in values], pa.bool_())
    if known and all(_is_number(each) for each in known):
        return _numbers(values, known)
    if known and all(isinstance(each, dt.datetime) for each in known):
        zoned = {each.tzinfo is not None for each in known}
        if len(zoned) == 1:
            return _settled(pa.Array.from_pandas(pd.to_datetime(pd.Series(values), utc=any(zoned))))
    if known and all(isinstance(each, dt.date) for each in known):
        return pa.array(values, _DAY)
    return pa.array([None if each is None else _text(each) for each in values], pa.string())


def _numbers(values: list[Any], known: list[Any]) -> pa.Array:
    if all(isinstance(each, Integral) for each in known):
        if all(-_INT64 <= each < _INT64 for each in known):
            return pa.array([None if each is None else int(each) for each in values], pa.int64())
    elif all(not isinstance(each, Integral) or abs(int(each)) <= _EXACT for each in known):
        return pa.array([None if each is None else float(each) for each in values], pa.float64())
    return pa.array([None if each is None else _text(each) for each in values], pa.string())


def _text(value: Any) -> str:
    """A value in its plain spelling; half of a surrogate pair, which no file can hold, is ?."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, bool | np.bool_):
        return str(bool(value)).lower()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Real) and not isinstance(value, Integral):
        return repr(float(value)).removesuffix(".0")
    if isinstance(value, dict | list | tuple | np.ndarray):
        plain = value.tolist() if isinstance(value, np.ndarray) else value
        return json.dumps(plain, ensure_ascii=False, default=str, separators=(",", ":"))
    return _text(str(value))


def _is_number(value: Any) -> bool:
    return isinstance(value, Real | Decimal) and not isinstance(value, bool | np.bool_)


def _is_missing(value: Any) -> bool:
    if value is None or value is pd.NA or value is pd.NaT:
        return True
    if isinstance(value, Decimal):
        return value.is_nan()
    return isinstance(value, Real) and math.isnan(value)
