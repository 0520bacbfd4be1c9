"""A sheet of a workbook as a grid: values as they were last worked out, never formulas run.

Rows and cells are read as they stand in the file, so that a sheet with two cells a million rows
apart is two cells.
"""

from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from etl.intake.grid import Broken, Cell, Grid, Line, Percent, Understood, UnreadableError
from etl.intake.guard import MOST_COLUMNS, MOST_LINES, enough_cells
from etl.intake.said import say

_NO_RESULT = Broken(
    "a formula", "a formula whose result is not in the file", "Open and save it in Excel."
)


class _Parser(WorkSheetParser):  # type: ignore[misc]
    """Tells a formula without a result from an empty cell."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["data_type"] = "f"
        return cell


class Sheet:
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
        count = 0
        for number, cells in self.rows():
            count += len(cells)
            enough_cells(count)
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
        label = say("Hidden rows are read too: {lines}", lines=named)
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
        return [Understood("merged", str(filled), say("Merged cells hold for each row they span"))]
