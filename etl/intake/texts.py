"""Delimited text as a grid: records with the line each begins on, strictly told apart."""

import csv
import io
from collections import Counter
from itertools import pairwise
from pathlib import Path

from etl.intake.grid import Fault, Grid, Line, UnreadableError
from etl.intake.guard import MOST_COLUMNS, MOST_LINES, enough_cells
from etl.intake.settings import Settings
from etl.intake.sniff import Score, decoded, encoding_of, separator_of

LONGEST_LINE = 1_000_000
_QUOTES = "Close the quotes, or write a quote inside a quoted text twice."


def read(file: Path, settings: Settings, score: Score) -> Grid:
    """A text file as a grid; UnreadableError when it is none.

    Line ends may be of any kind; a field in quotes may go over several lines.
    """
    data = file.read_bytes()
    encoding, said, asked = encoding_of(data, settings.encoding)
    text = decoded(data, encoding)
    longest = max(map(len, io.StringIO(text, newline=None)), default=0)
    if longest > LONGEST_LINE:
        raise UnreadableError(
            f"A line has {longest:,} signs; at most {LONGEST_LINE:,} are read.",
            "Check that the file has line ends.",
        )
    separator, parted, which = separator_of(text, settings.separator, score)
    return Grid(
        _lines(text, separator),
        [said, parted],
        [*asked, *which],
        {"encoding": encoding, "separator": separator},
        ragged=False,
    )


def _lines(text: str, separator: str) -> list[Line]:
    """The records; where quotes leave in doubt what one is, each line stands for itself."""
    try:
        lines = _records(text, separator)
    except csv.Error:
        return _one_by_one(text, separator)
    counts = Counter(len(line.cells) for line in lines if line.cells)
    usual = max(counts, key=lambda each: (counts[each], each), default=1)
    across = [a for a, b in pairwise(lines) if b.number - a.number > 1]
    doubtful = any(len(line.cells) != usual for line in across)
    return _one_by_one(text, separator) if doubtful else lines


def _records(text: str, separator: str) -> list[Line]:
    """Records by the rules of RFC 4180; csv.Error where the file breaks them."""
    csv.field_size_limit(LONGEST_LINE)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[Line] = []
    before = cells = 0
    for fields in reader:
        # A line of separators alone is blank, however many there are.
        held = fields if any(fields) else []
        cells += len(held)
        _within(len(lines), len(fields), cells)
        lines.append(Line(before + 1, list(held)))
        before = reader.line_num
    return lines


def _one_by_one(text: str, separator: str) -> list[Line]:
    """Every line for itself; one whose quotes do not close is no record."""
    lines: list[Line] = []
    cells = 0
    for number, raw in enumerate(io.StringIO(text, newline=None), start=1):
        told = raw.rstrip("\n")
        try:
            rows = list(csv.reader([told], delimiter=separator, strict=True))
            fields = rows[0] if rows else []
            lines.append(Line(number, list(fields)))
        except csv.Error:
            fault = Fault("", told[:80], "the quotes of this line do not close", _QUOTES)
            lines.append(Line(number, list(told.split(separator)), fault))
        cells += len(lines[-1].cells)
        _within(len(lines), len(lines[-1].cells), cells)
    return lines


def _within(lines: int, columns: int, cells: int) -> None:
    """UnreadableError when a file is larger than a table of a user's own can be."""
    if lines > MOST_LINES:
        raise UnreadableError(f"The file has more than {MOST_LINES:,} lines.", "Split it.")
    if columns > MOST_COLUMNS:
        raise UnreadableError(
            f"A line has more than {MOST_COLUMNS} columns.", "Check the separator of the file."
        )
    enough_cells(cells)
