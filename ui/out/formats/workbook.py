"""XLSX: typed cells on sheet `rows`, and sheet `notes` with what a reader must know.

Text is never a formula, a link or markup, and is shielded as in the CSV, for a workbook may be
saved as one. An empty cell is unknown; a text of no letters is an empty cell too.
"""

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds
import xlsxwriter
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.worksheet import Worksheet

from ui.out.formats.about import SOURCE, Origins, lines
from ui.out.formats.batches import even
from ui.out.formats.plain import flat, flat_type, is_text, plain
from ui.out.formats.shield import shield, shielded
from ui.out.formats.sink import sent
from ui.out.taken import Taken

ROWS, NOTES = "rows", "notes"
MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 1_048_575, 16_384, 32_767
_EXACT = 2**53
# The calendar of spreadsheets has a day too many before this one.
_FIRST_DAY = dt.date(1900, 3, 1)
_AT_ONCE = 4096
_SAMPLE, _NARROWEST, _WIDEST = 200, 8, 48


class TooLargeError(ValueError):
    """Rows that a sheet cannot hold were written all the same; `refuses` says so before."""


class _Sheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet that keeps every digit, and takes no text for markup."""

    def _xml_number_element(self, number: float, attributes: Any = ()) -> None:
        text = "".join(f' {key}="{value}"' for key, value in attributes)
        self.fh.write(f"<c{text}><v>{number!r}</v></c>")

    def _xml_rich_inline_string(self, string: str, attributes: Any = ()) -> None:
        self._xml_inline_string(string, True, attributes)


def stream(taken: Taken) -> Iterator[bytes]:
    """The file in pieces, once it is written: the same bytes for the same rows."""
    with tempfile.TemporaryDirectory(prefix="groundwork-") as folder:
        path = Path(folder) / "rows.xlsx"
        options = {
            "constant_memory": True, "tmpdir": folder,
            "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        }  # fmt: skip
        with xlsxwriter.Workbook(str(path), options) as book:
            book.set_properties({"title": taken.title, "created": taken.dataset.built})
            origins = Origins()
            _write_rows(book, taken, origins)
            _write_notes(book, taken, origins)
        yield from sent(path)


def refuses(taken: Taken) -> str:
    """A sentence where a sheet cannot hold the rows: too many, too wide, or a text too long."""
    if len(taken.schema) > MOST_COLUMNS:
        return f"A sheet holds {MOST_COLUMNS:,} columns; these rows have {len(taken.schema):,}."
    texts = [at for at, field in enumerate(taken.schema) if _may_be_long(field.type)]
    rows = 0
    for batch in taken.batches():
        rows += batch.num_rows
        if rows > MOST_ROWS:
            return f"A sheet holds {MOST_ROWS:,} rows; these are more. Filter, or take CSV."
        for at in texts:
            if _longest(batch.column(at)) > MOST_LETTERS:
                return (
                    f"A cell holds {MOST_LETTERS:,} letters; "
                    f"column {taken.schema.names[at]} has a longer text. Take CSV or Parquet."
                )
    return ""


def _may_be_long(kind: pa.DataType) -> bool:
    kind = flat_type(kind)
    return is_text(kind) or kinds.is_nested(kind) or kinds.is_binary(kind)


def _longest(values: pa.Array) -> int:
    """The length of the longest cell, as spreadsheets count: letters beyond 65,535 are two."""
    texts = plain(values)
    if (pc.max(pc.binary_length(texts)).as_py() or 0) < MOST_LETTERS:
        return 0
    long = texts.filter(pc.greater_equal(pc.binary_length(texts), MOST_LETTERS))
    return max(len(each.encode("utf-16-le")) // 2 for each in shield(long).to_pylist())


def _write_rows(book: xlsxwriter.Workbook, taken: Taken, origins: Origins) -> None:
    sheet = book.add_worksheet(ROWS, worksheet_class=_Sheet)
    header = book.add_format({"bold": True, "bottom": 1})
    writers = [_writer(book, sheet, field.type) for field in taken.schema]
    sheet.freeze_panes(1, 0)
    for at, name in enumerate(taken.schema.names):
        sheet.write_string(0, at, shielded(name), header)
    widths = [len(name) + 2 for name in taken.schema.names]
    row = 0
    for batch in even(taken.schema, origins.watch(taken.batches()), _AT_ONCE):
        cells = [_cells(column) for column in batch.columns]
        if not row:
            widths = [max(each) for each in zip(widths, map(_width, cells), strict=True)]
        for values in zip(*cells, strict=True):
            row += 1
            if row > MOST_ROWS:
                raise TooLargeError(f"A sheet holds {MOST_ROWS:,} rows; these are more.")
            for at, value in enumerate(values):
                if value is not None:
                    writers[at](row, at, value)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, min(max(width, _NARROWEST), _WIDEST))
    if row and widths:
        sheet.autofilter(0, 0, row, len(widths) - 1)


def _width(cells: list[Any]) -> int:
    return max((len(str(each)) + 1 for each in cells[:_SAMPLE] if each is not None), default=0)


def _cells(values: pa.Array) -> list[Any]:
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


def _writer(
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


def _of_calendar(sheet: Worksheet, shape: CellFormat) -> Callable[[int, int, Any], Any]:
    """Dates and moments as such; those before the calendar of spreadsheets, as text."""

    def write(row: int, at: int, value: dt.date) -> None:
        day = value.date() if isinstance(value, dt.datetime) else value
        if day >= _FIRST_DAY:
            sheet.write_datetime(row, at, value, shape)
        else:
            sheet.write_string(row, at, value.isoformat())

    return write


def _write_notes(book: xlsxwriter.Workbook, taken: Taken, origins: Origins) -> None:
    """Title, filters, dataset, citation and codes; below them, where the rows are from."""
    sheet = book.add_worksheet(NOTES, worksheet_class=_Sheet)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    sheet.set_column(2, len(SOURCE) - 1, 28)
    row = 0
    for heading, text in lines(taken, origins):
        sheet.write_string(row, 0, shielded(heading), bold)
        sheet.write_string(row, 1, shielded(text)[:MOST_LETTERS], wrapped)
        row += 1
    row += 1
    for at, name in enumerate(SOURCE):
        sheet.write_string(row, at, name, bold)
    for source in origins.sources:
        row += 1
        for at, value in enumerate(source.values()):
            sheet.write_string(row, at, shielded(value or "")[:MOST_LETTERS])
