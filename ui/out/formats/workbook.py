"""XLSX: typed cells on sheet `rows`, and sheet `notes` with what a reader must know.

Text is never a formula, a link or markup, and is shielded as in the CSV, for a workbook may be
saved as one. An empty cell is unknown; a text of no letters is an empty cell too.
"""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds
import xlsxwriter

from ui.out.formats.about import SOURCE, Origins, lines
from ui.out.formats.batches import even
from ui.out.formats.cells import Sheet, TooLargeError, cells, writer
from ui.out.formats.plain import flat_type, is_text, plain
from ui.out.formats.shield import shield, shielded
from ui.out.formats.sink import Watched, sent
from ui.out.scratch import scratch
from ui.out.stop import checked
from ui.out.taken import Taken

ROWS, NOTES = "rows", "notes"
MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 1_048_575, 16_384, 32_767
# A workbook is written cell by cell, a few hundred thousand a second.
MOST_ASKED, MOST_CELLS = 200_000, 5_000_000
_AT_ONCE, _BETWEEN = 4096, 256
_SAMPLE, _NARROWEST, _WIDEST = 200, 8, 48


def stream(taken: Taken) -> Iterator[bytes]:
    """The file in pieces, once it is written: the same bytes for the same rows."""
    with scratch() as folder:
        path = folder / "rows.xlsx"
        options = {
            "constant_memory": True, "tmpdir": str(folder),
            "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        }  # fmt: skip
        with Watched(path) as out, closing(_Sheets(xlsxwriter.Workbook(out, options))) as sheets:
            book = sheets.book
            book.set_properties({"title": taken.title, "created": taken.dataset.built})
            origins = Origins()
            _write_rows(book, taken, origins)
            _write_notes(book, taken, origins)
            book.close()
        yield from sent(path)


class _Sheets:
    """A workbook whose sheets' files are closed, also where it is given up before its end."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book

    def close(self) -> None:
        """Let go of the files; a workbook that was not closed before is none."""
        for sheet in self.book.worksheets():
            sheet.let_go()
        self.book.fileclosed = True


def refuses(taken: Taken) -> str:
    """A sentence where a workbook is not written: too many rows, too wide, or a text too long."""
    if len(taken.schema) > MOST_COLUMNS:
        return f"A sheet holds {MOST_COLUMNS:,} columns; these rows have {len(taken.schema):,}."
    most = min(MOST_ASKED, MOST_CELLS // max(1, len(taken.schema)))
    too_many = (
        f"An Excel workbook takes {most:,} of these rows at most, and there are more. "
        "Filter, or take CSV or Parquet."
    )
    if taken.count and taken.count() > most:
        return too_many
    texts = [at for at, field in enumerate(taken.schema) if _may_be_long(field.type)]
    rows = 0
    for batch in taken.batches():
        rows += batch.num_rows
        if rows > most:
            return too_many
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
    sheet = book.add_worksheet(ROWS, worksheet_class=Sheet)
    header = book.add_format({"bold": True, "bottom": 1})
    writers = [writer(book, sheet, field.type) for field in taken.schema]
    sheet.freeze_panes(1, 0)
    for at, name in enumerate(taken.schema.names):
        sheet.write_string(0, at, shielded(name), header)
    widths = [len(name) + 2 for name in taken.schema.names]
    row = 0
    for batch in even(taken.schema, origins.watch(taken.batches()), _AT_ONCE):
        found = [cells(column) for column in batch.columns]
        if not row:
            widths = [max(each) for each in zip(widths, map(_width, found), strict=True)]
        for values in zip(*found, strict=True):
            row += 1
            if not row % _BETWEEN:
                checked()
            if row > MOST_ROWS:
                raise TooLargeError(f"A sheet holds {MOST_ROWS:,} rows; these are more.")
            for at, value in enumerate(values):
                if value is not None:
                    writers[at](row, at, value)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, min(max(width, _NARROWEST), _WIDEST))
    if row and widths:
        sheet.autofilter(0, 0, row, len(widths) - 1)


def _width(values: list[Any]) -> int:
    return max((len(str(each)) + 1 for each in values[:_SAMPLE] if each is not None), default=0)


def _write_notes(book: xlsxwriter.Workbook, taken: Taken, origins: Origins) -> None:
    """Title, filters, dataset, citation and codes; below them, where the rows are from."""
    sheet = book.add_worksheet(NOTES, worksheet_class=Sheet)
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
