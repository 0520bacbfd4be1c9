"""A sheet of a workbook as a grid: values as they were last worked out, never formulas run.

Rows and cells are read as they stand in the file, so that a sheet with two cells a million rows
apart is two cells.
"""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
from openpyxl.reader.excel import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from etl.intake import zipped
from etl.intake.grid import Broken, Cell, Grid, Line, Percent, Question, Understood, UnreadableError
from etl.intake.guard import MOST_COLUMNS, MOST_LINES
from etl.intake.plain import plain
from etl.intake.settings import Settings
from etl.intake.sniff import Score

_SAVE = "Save it again from its program as .xlsx, or as CSV."
_NO_RESULT = Broken(
    "a formula", "a formula whose result is not in the file", "Open and save it in Excel."
)
_SEARCHED = 40
_EXAMPLES = frozenset("example examples beispiel esempio ejemplo exemple voorbeeld".split())


class _Parser(WorkSheetParser):  # type: ignore[misc]
    """Tells a formula without a result from an empty cell."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["data_type"] = "f"
        return cell


def read(file: Path, settings: Settings, score: Score) -> Grid:
    """The sheet asked for, or the one that names columns of the table; else it is asked."""
    zipped.check(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            try:
                return _of(book, settings, score)
            finally:
                book.close()
    except UnreadableError:
        raise
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, IndexError,
            AttributeError, SyntaxError) as error:  # fmt: skip
        raise UnreadableError(f"The workbook is damaged ({type(error).__name__}).", _SAVE) from None


def _of(book: openpyxl.Workbook, settings: Settings, score: Score) -> Grid:
    """The grid of the sheet that is meant."""
    names = [sheet.title for sheet in book.worksheets]
    if not names:
        raise UnreadableError("The workbook has no sheet of cells.", _SAVE)
    asked: list[Question] = []
    chosen, sure = settings.sheet, True
    if chosen is not None and chosen not in names:
        raise UnreadableError(f"There is no sheet {chosen!r}.", f"There is: {', '.join(names)}.")
    if chosen is None:
        marks = {name: _mark(book, name, score) for name in names}
        best = max(marks.values())
        likely = [name for name in names if marks[name] == best]
        chosen, sure = likely[0], len(likely) == 1
        if not sure and best[2]:
            text = "Which sheet of the workbook holds the rows?"
            asked = [Question("sheet", text, [(name, name) for name in likely])]
    grid = _Sheet(book, chosen).grid()
    label = f"Sheet: {chosen}" + (f", one of {len(names)}" if len(names) > 1 else "")
    said = Understood("sheet", chosen, label, sure or not asked, tuple(names))
    grid.understood.insert(0, said)
    grid.questions, grid.settings = asked, {"sheet": chosen}
    return grid


def _mark(book: openpyxl.Workbook, name: str, score: Score) -> tuple[int, int, int]:
    """How many columns a sheet names, whether it is no example, whether it has rows."""
    sheet = book[name]
    if sheet.sheet_state != "visible":
        return (-1, 0, 0)
    known = rows = 0
    for number, cells in _Sheet(book, name).rows():
        if rows >= _SEARCHED or number > 10 * _SEARCHED:
            break
        rows += 1
        known = max(known, score([str(cell) for cell in cells if isinstance(cell, str)]))
    # An example to look at is read only where it is asked for.
    shown = plain(name) in _EXAMPLES
    return (known, int(not shown), min(rows, 2))


class _Sheet:
    """One sheet being read."""

    def __init__(self, book: openpyxl.Workbook, name: str) -> None:
        self.sheet: Any = book[name]
        self.book: Any = book
        self.parser: Any = None
        self._percent = {
            i
            for i, style in enumerate(self.book._cell_styles)
            if "%" in self._format(style.numFmtId)
        }

    def _format(self, number: int) -> str:
        custom = self.book._number_formats
        if number in BUILTIN_FORMATS:
            return str(BUILTIN_FORMATS[number])
        at = number - 164
        return str(custom[at]) if 0 <= at < len(custom) else ""

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Every row that is in the file, with its number."""
        with self.sheet._get_source() as source:
            self.parser = _Parser(
                source,
                self.sheet._shared_strings,
                data_only=True,
                epoch=self.book.epoch,
                date_formats=self.book._date_formats,
                timedelta_formats=self.book._timedelta_formats,
            )
            for number, cells in self.parser.parse():
                yield number, self._cells(cells)

    def _cells(self, cells: list[dict[str, Any]]) -> list[Cell]:
        """The cells of a row from its first column on, up to the last that holds something."""
        held = [cell for cell in cells if cell["value"] is not None or cell["data_type"] == "f"]
        width = max((cell["column"] for cell in held), default=0)
        if width > MOST_COLUMNS:
            raise UnreadableError(
                f"A row of the sheet goes beyond column {MOST_COLUMNS}.",
                "Delete what stands far to the right.",
            )
        row: list[Cell] = [None] * width
        for cell in held:
            row[cell["column"] - 1] = self._cell(cell)
        return row

    def _cell(self, cell: dict[str, Any]) -> Cell:
        value = cell["value"]
        if cell["data_type"] == "f":
            return _NO_RESULT
        if cell["data_type"] == "e":
            return Broken(str(value), f"the spreadsheet shows {value}", "Mend its formula.")
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and cell["style_id"] in self._percent:
            return Percent(round(value * 100, 10))
        if isinstance(value, str):
            return value
        return (
            value if isinstance(value, int | float) or hasattr(value, "isoformat") else str(value)
        )

    def grid(self) -> Grid:
        """The whole sheet; cells that are merged downwards hold their value in each row."""
        lines: list[Line] = []
        for number, cells in self.rows():
            if len(lines) >= MOST_LINES:
                raise UnreadableError(f"The sheet has more than {MOST_LINES:,} rows.", "Split it.")
            lines.append(Line(number, cells))
        while lines and not lines[-1].filled:
            lines.pop()
        if not lines:
            raise UnreadableError("The sheet is empty.", "Choose another sheet.")
        understood = [*self._hidden(lines), *self._merged(lines)]
        return Grid(lines, understood)

    def _hidden(self, lines: list[Line]) -> list[Understood]:
        """Hidden rows are read like the others, and said."""
        dimensions = self.parser.row_dimensions
        hidden = [
            line.number
            for line in lines
            if dimensions.get(str(line.number), {}).get("hidden") in ("1", "true")
        ]
        if not hidden:
            return []
        named = ", ".join(map(str, hidden[:10])) + (" ..." if len(hidden) > 10 else "")
        label = f"Hidden rows are read too: {named}"
        return [Understood("hidden_rows", str(len(hidden)), label)]

    def _merged(self, lines: list[Line]) -> list[Understood]:
        """Fill merged cells downwards; sideways they are names of several columns or titles."""
        merged = self.parser.merged_cells
        by_number = {line.number: line for line in lines}
        filled = 0
        for each in merged.mergeCell if merged is not None else []:
            ref = each.ref if hasattr(each, "ref") else str(each)
            low, first, high, last = openpyxl.utils.range_boundaries(ref)
            top = by_number.get(first)
            if low != high or first == last or top is None or low > len(top.cells):
                continue
            for number in range(first + 1, min(last, first + MOST_LINES) + 1):
                if (line := by_number.get(number)) is None:
                    continue
                line.cells += [None] * (low - len(line.cells))
                if line.cells[low - 1] is None:
                    line.cells[low - 1] = top.cells[low - 1]
                    filled += 1
        if not filled:
            return []
        return [Understood("merged", str(filled), "Merged cells hold for each row they span")]
