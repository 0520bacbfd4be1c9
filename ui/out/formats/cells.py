"""Cells of a sheet: typed, no digit lost, and text that is nothing but text."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ui.out.formats.plain import flat, flat_type, plain
from ui.out.formats.shield import shield, shielded

_EXACT = 2**53
# The calendar of spreadsheets has a day too many before this one.
_FIRST_DAY = dt.date(1900, 3, 1)


class TooLargeError(ValueError):
    """Rows that a sheet cannot hold were written all the same; `refuses` says so before."""


class Sheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet that keeps every digit, and takes no text for markup."""

    def _xml_number_element(self, number: float, attributes: Any = ()) -> None:
        text = "".join(f' {key}="{value}"' for key, value in attributes)
        self.fh.write(f"<c{text}><v>{number!r}</v></c>")

    def let_go(self) -> None:
        """Close the files of a sheet that may not have been written to its end."""
        for file in (self.fh, self.row_data_fh):
            if file is not None:
                file.close()

    def _xml_rich_inline_string(self, string: str, attributes: Any = ()) -> None:
        self._xml_inline_string(string, True, attributes)


def cells(values: pa.Array) -> list[Any]:
    """A column's values as they are written: text shielded, missing None."""
    values = flat(values)
    kind = values.type
    if _is_moment(kind) or kinds.is_date(kind) or kinds.is_boolean(kind):
        return values.to_pylist()
    if kinds.is_integer(kind) or kinds.is_floating(kind):
        values = pc.if_else(pc.is_nan(values), None, values) if kinds.is_floating(kind) else values
        return values.to_pylist()
    return shield(plain(values)).to_pylist()


def _is_moment(kind: pa.DataType) -> bool:
    return kinds.is_timestamp(kind) and kind.tz is None


def writer(
    book: xlsxwriter.Workbook, sheet: Worksheet, kind: pa.DataType
) -> Callable[[int, int, Any], Any]:
    """What writes a value of a type in a cell."""
    kind = flat_type(kind)
    if kinds.is_boolean(kind):
        return sheet.write_boolean
    if kinds.is_date(kind):
        return _of_calendar(sheet, book.add_format({"num_format": "yyyy-mm-dd"}))
    if _is_moment(kind):
        return _of_calendar(sheet, book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}))
    if kinds.is_integer(kind) or kinds.is_floating(kind):
        return _of_numbers(sheet)
    return _of_text(sheet)


def _of_text(sheet: Worksheet) -> Callable[[int, int, str], None]:
    """Text as text; one that does not fit is an error, never cut."""

    def write(row: int, at: int, value: str) -> None:
        if sheet.write_string(row, at, value):
            raise TooLargeError(f"Row {row}, column {at + 1} does not fit in a sheet.")

    return write


def _of_numbers(sheet: Worksheet) -> Callable[[int, int, Any], Any]:
    """Numbers as numbers; those that a spreadsheet would change, as text."""

    def write(row: int, at: int, value: float) -> None:
        whole = isinstance(value, int)
        if abs(value) <= _EXACT if whole else abs(value) != float("inf"):
            sheet.write_number(row, at, value)
        else:
            sheet.write_string(row, at, shielded(str(value)))

    return write


def _of_calendar(sheet: Worksheet, shape: Format) -> Callable[[int, int, Any], Any]:
    """Dates and moments as such; those before the calendar of spreadsheets, as text."""

    def write(row: int, at: int, value: dt.date) -> None:
        day = value.date() if isinstance(value, dt.datetime) else value
        if day >= _FIRST_DAY:
            sheet.write_datetime(row, at, value, shape)
        else:
            sheet.write_string(row, at, value.isoformat())

    return write
