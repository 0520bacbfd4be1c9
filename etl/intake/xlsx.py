"""A workbook as a grid: which of its sheets holds the rows."""

import warnings
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.reader.excel import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from etl.intake import zipped
from etl.intake.grid import Grid, Question, Understood, UnreadableError
from etl.intake.plain import plain
from etl.intake.said import say
from etl.intake.settings import Settings
from etl.intake.sheets import Sheet
from etl.intake.sniff import Score

_SAVE = "Save it again from its program as .xlsx, or as CSV."
_SEARCHED = 40
_EXAMPLES = frozenset("example examples beispiel esempio ejemplo exemple voorbeeld".split())


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
            text = say("Which sheet of the workbook holds the rows?")
            asked = [Question("sheet", text, [(name, name) for name in likely])]
    grid = Sheet(book, chosen).grid()
    label = (
        say("Sheet: {sheet}, one of {count}", sheet=chosen, count=len(names))
        if len(names) > 1
        else say("Sheet: {sheet}", sheet=chosen)
    )
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
    for number, cells in Sheet(book, name).rows():
        if rows >= _SEARCHED or number > 10 * _SEARCHED:
            break
        rows += 1
        known = max(known, score([str(cell) for cell in cells if isinstance(cell, str)]))
    # An example to look at is read only where it is asked for.
    shown = plain(name) in _EXAMPLES
    return (known, int(not shown), min(rows, 2))
