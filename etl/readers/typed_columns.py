"""A column of a delimited file in bulk: from texts to the type of the contract.

What is plainly a value of the column's type is read here, thousands at a time. Every other
text is only pointed at, as doubtful: its record is then read exactly, value by value, by
`etl.readers.typed_text`, so that both ways give the same rows.
"""

from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from etl.arrow import ARROW
from etl.columns import Column
from etl.readers.typed_text import RANGES, SPACE, Value, ValueFaultError, read_value

Mask = npt.NDArray[np.bool_]
_LISTED = pa.dictionary(pa.int32(), pa.string())
_DIGITS = np.zeros(256, dtype=np.bool_)
_DIGITS[list(b"0123456789")] = True
_DECIMALS = _DIGITS.copy()
_DECIMALS[list(b".-")] = True
_DASHED = _DIGITS.copy()
_DASHED[ord("-")] = True
_SPACES = np.zeros(256, dtype=np.bool_)
_SPACES[list(SPACE.encode())] = True
# Whole numbers of so many digits fit 64 bits whatever they are.
_SAFE_DIGITS = 18
_DAY = len("2024-07-31")
_FIRST_DAY = pa.scalar(date.min, pa.date32())


@dataclass
class TypedColumn:
    """How one column is read in bulk; `keys` are those it must refer to, if any."""

    column: Column
    keys: frozenset[str] | None = None
    judged: dict[str, Value | ValueFaultError] = field(default_factory=dict)

    @property
    def text_type(self) -> pa.DataType:
        """The Arrow type to read the texts as: with a list of them where few differ."""
        free = self.column.codes is None and self.column.pattern is None and self.keys is None
        return pa.string() if free and self.column.type != "BOOLEAN" else _LISTED

    @property
    def type(self) -> pa.DataType:
        """The Arrow type of the values."""
        text = self.column.type == "VARCHAR"
        return self.text_type if text else ARROW[self.column.type]

    def read(self, texts: pa.Array) -> tuple[pa.Array, Mask]:
        """The values, and which rows are doubtful; a blank text comes as null."""
        if texts.type == _LISTED:
            values, doubtful = self._listed(texts)
        elif self.column.type == "VARCHAR":
            values, doubtful = texts, np.zeros(len(texts), dtype=np.bool_)
            if self.column.required:
                doubtful = _begins_with(texts, _SPACES)
        elif self.column.type == "DATE":
            values, doubtful = self._days(texts)
        else:
            values, doubtful = self._numbers(texts)
        if self.column.required and texts.null_count:
            doubtful = doubtful | _flags(texts.is_null())
        return values, doubtful

    def _listed(self, texts: pa.DictionaryArray) -> tuple[pa.Array, Mask]:
        """Each text that differs is read once, exactly."""
        found = [self._judge(text) for text in texts.dictionary.to_pylist()]
        faulty = np.array([isinstance(value, ValueFaultError) for value in found], dtype=np.bool_)
        values = texts
        if self.column.type != "VARCHAR":
            clean = [None if isinstance(value, ValueFaultError) else value for value in found]
            values = pa.array(clean, ARROW[self.column.type]).take(texts.indices)
        if not faulty.any():
            return values, np.zeros(len(texts), dtype=np.bool_)
        places = texts.indices.fill_null(0).to_numpy()
        return values, faulty[places] & _flags(texts.is_valid())

    def _judge(self, text: str) -> Value | ValueFaultError:
        if text not in self.judged:
            try:
                self.judged[text] = read_value(self.column, text, self.keys)
            except ValueFaultError as fault:
                self.judged[text] = fault
        return self.judged[text]

    def _days(self, texts: pa.StringArray) -> tuple[pa.Array, Mask]:
        """Texts of ten bytes, digits and dashes, are days when they can be."""
        lengths = np.diff(_bytes_of(texts)[0])
        doubtful = _any_byte_outside(texts, _DASHED) | ((lengths != _DAY) & (lengths != 0))
        plain = _without(texts, doubtful)
        try:
            days = plain.cast(pa.date32())
        except pa.ArrowInvalid:
            return self._listed(texts.dictionary_encode())
        doubtful |= _flags(pc.less(days, _FIRST_DAY))
        return _without(days, doubtful), doubtful

    def _numbers(self, texts: pa.StringArray) -> tuple[pa.Array, Mask]:
        """Texts of nothing but digits, and in decimals points and signs, are numbers."""
        whole = self.column.type in RANGES
        doubtful = _any_byte_outside(texts, _DIGITS if whole else _DECIMALS)
        if whole:
            doubtful |= np.diff(_bytes_of(texts)[0]) > _SAFE_DIGITS
        plain = _without(texts, doubtful)
        try:
            numbers = plain.cast(pa.int64() if whole else pa.float64())
        except pa.ArrowInvalid:
            numbers = pa.array([_decimal(text) for text in plain.to_pylist()], pa.float64())
            doubtful |= _flags(numbers.is_null()) & _flags(plain.is_valid())
        doubtful |= self._out_of_bounds(numbers)
        return _without(numbers, doubtful).cast(ARROW[self.column.type]), doubtful

    def _out_of_bounds(self, numbers: pa.Array) -> Mask:
        """Which numbers the column cannot hold; a missing one is not among them."""
        values = numbers.cast(pa.float64(), safe=False).to_numpy(zero_copy_only=False)
        wrong = np.isinf(values)
        low, high = RANGES.get(self.column.type, (None, None))
        for bound in (low, self.column.minimum):
            wrong |= False if bound is None else values < bound
        for bound in (high, self.column.maximum):
            wrong |= False if bound is None else values > bound
        return wrong


def _decimal(text: str | None) -> float | None:
    """A number, or None for what is none."""
    try:
        return None if text is None else float(text)
    except ValueError:
        return None


def _flags(values: pa.BooleanArray) -> Mask:
    """Truth by row; what is neither is false."""
    return values.fill_null(False).to_numpy(zero_copy_only=False)


def _without(values: pa.Array, rows: Mask) -> pa.Array:
    """The values with null in these rows."""
    return pc.if_else(pa.array(~rows), values, None) if rows.any() else values


def _bytes_of(texts: pa.StringArray) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint8]]:
    """Where each text begins, with the end of the last one, and the bytes of all."""
    _, offsets, data = texts.buffers()
    edges = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    return edges, np.frombuffer(data or b"", np.uint8)


def _any_byte_outside(texts: pa.StringArray, allowed: Mask) -> Mask:
    """Which texts have a byte that is not allowed."""
    edges, data = _bytes_of(texts)
    strange = np.flatnonzero(~allowed[data[edges[0] : edges[-1]]]) + edges[0]
    rows = np.zeros(len(texts), dtype=np.bool_)
    rows[np.searchsorted(edges, strange, side="right") - 1] = True
    return rows


def _begins_with(texts: pa.StringArray, first: Mask) -> Mask:
    """Which texts begin with one of these bytes."""
    edges, data = _bytes_of(texts)
    filled = np.diff(edges) > 0
    rows = np.zeros(len(texts), dtype=np.bool_)
    rows[filled] = first[data[edges[:-1][filled]]]
    return rows
