r"""Eurostat's wide tables: a key column of dimension codes, then a column a period.

Two layouts are read: the publisher's own TSV (`freq,unit,geo\TIME_PERIOD<TAB>2014 <TAB>…`,
flags after a space) and re-publications as CSV in which the key is split into columns and
flags are glued to the value (`4700p`). `:` is missing, never 0.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from etl.readers.flags import FlagError, status
from etl.reading import LayoutError, open_text

NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", re.ASCII)
_CELL = re.compile(rf"\s*(?P<number>:|{NUMBER.pattern})\s*(?P<flags>[a-z]*)\s*", re.ASCII)
_PERIOD = re.compile(r"\d{4}(-\d{2}|-Q\d)?")


class CellError(ValueError):
    """A cell that is neither a number, nor `:`, each with known flags."""


@dataclass(frozen=True)
class Cell:
    """One figure of a wide table; `value` is None where the publisher has `:`."""

    period: str
    value: float | None
    obs_status: str
    note: str | None


@dataclass(frozen=True)
class Line:
    """One line: its number, its dimension codes, and the text of its cells by period."""

    number: int
    key: Mapping[str, str]
    cells: Mapping[str, str]
    raw: str

    def figures(self) -> list[Cell]:
        """The line's cells read; raises CellError naming the period and the text."""
        return [read_cell(period, text) for period, text in self.cells.items()]


def read_cell(period: str, text: str) -> Cell:
    """Read one cell.

    >>> read_cell("2021", "67656682 p")
    Cell(period='2021', value=67656682.0, obs_status='P', note='provisional')
    >>> read_cell("2021", ": ").value is None
    True
    """
    match = _CELL.fullmatch(text)
    if match is None:
        raise CellError(f"period {period}: {text!r} is neither a number nor ':'")
    missing = match["number"] == ":"
    value = None if missing else float(match["number"])
    if value is not None and not isfinite(value):
        raise CellError(f"period {period}: {text!r} is too large a number")
    try:
        code, note = status(match["flags"], missing)
    except FlagError as error:
        raise CellError(f"period {period}: {error}") from None
    return Cell(period, value, code, note)


@dataclass(frozen=True)
class Layout:
    """The header of a wide table: its dimensions, its periods, and how a line is divided."""

    name: str
    dimensions: tuple[str, ...]
    periods: tuple[str, ...]
    tabbed: bool

    def line(self, number: int, raw: str) -> Line:
        """One line taken apart; LayoutError when it has another number of fields."""
        key, cells = _split(raw, len(self.dimensions), self.tabbed)
        if len(key) != len(self.dimensions):
            what = f"{len(key)} dimensions, expected {len(self.dimensions)}"
            raise LayoutError(f"{self.name}, line {number}: {what}")
        if len(cells) != len(self.periods):
            what = f"{len(cells)} cells, expected {len(self.periods)}"
            raise LayoutError(f"{self.name}, line {number}: {what}")
        return Line(
            number,
            dict(zip(self.dimensions, key, strict=True)),
            dict(zip(self.periods, cells, strict=True)),
            raw,
        )


def layout(name: str, header: str, dimensions: tuple[str, ...]) -> Layout:
    """The layout that the header of file `name` tells.

    Raises LayoutError when the dimensions are not `dimensions` or a period is not a period.
    """
    tabbed = "\t" in header
    names, periods = _split(header, len(dimensions), tabbed)
    names[-1] = names[-1].partition("\\")[0]
    periods = [period.strip() for period in periods]
    if tuple(names) != dimensions:
        raise LayoutError(
            f"{name}: dimensions are {','.join(names)}, expected {','.join(dimensions)}"
        )
    strange = [period for period in periods if not _PERIOD.fullmatch(period)]
    if len(set(periods)) < len(periods):
        raise LayoutError(f"{name}: a period is there twice in {' '.join(periods)}")
    if strange:
        raise LayoutError(f"{name}: {strange[0]!r} in the header is not a period")
    return Layout(name, dimensions, tuple(periods), tabbed)


def lines(path: Path, dimensions: tuple[str, ...]) -> Iterator[Line]:
    """The lines of a wide table, cells still as text: the exact reading, one line at a time.

    `etl.readers.eurostat_wide` reads large tables in bulk, to the same result. Raises
    LayoutError as `layout` does and when a line has another number of fields than the header.
    """
    with open_text(path) as handle:
        shape = layout(path.name, handle.readline().rstrip("\r\n"), dimensions)
        for number, text in enumerate(handle, start=2):
            yield shape.line(number, text.rstrip("\r\n"))


def _split(text: str, dimensions: int, tabbed: bool) -> tuple[list[str], list[str]]:
    """Key codes and cells of a line, in either layout."""
    if tabbed:
        key, *cells = text.split("\t")
        return key.split(","), cells
    fields = text.split(",")
    return fields[:dimensions], fields[dimensions:]
