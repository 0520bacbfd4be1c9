r"""Eurostat's wide tables: a key column of dimension codes, then a column a period.

Two layouts are read: the publisher's own TSV (`freq,unit,geo\TIME_PERIOD<TAB>2014 <TAB>…`,
flags after a space) and re-publications as CSV in which the key is split into columns and
flags are glued to the value (`4700p`). `:` is missing, never 0.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
    try:
        code, note = status(match["flags"], missing)
    except FlagError as error:
        raise CellError(f"period {period}: {error}") from None
    return Cell(period, None if missing else float(match["number"]), code, note)


def lines(path: Path, dimensions: tuple[str, ...]) -> Iterator[Line]:
    """The lines of a wide table, cells still as text so that a caller can skip lines cheaply.

    Raises LayoutError when the dimensions are not `dimensions`, a period is not a period,
    or a line has another number of fields than the header.
    """
    with open_text(path) as handle:
        header = handle.readline().rstrip("\r\n")
        tabbed = "\t" in header
        names, periods = _split(header, len(dimensions), tabbed)
        names[-1] = names[-1].partition("\\")[0]
        periods = [period.strip() for period in periods]
        if tuple(names) != dimensions:
            raise LayoutError(
                f"{path.name}: dimensions are {','.join(names)}, expected {','.join(dimensions)}"
            )
        strange = [period for period in periods if not _PERIOD.fullmatch(period)]
        if len(set(periods)) < len(periods):
            raise LayoutError(f"{path.name}: a period is there twice in {' '.join(periods)}")
        if strange:
            raise LayoutError(f"{path.name}: {strange[0]!r} in the header is not a period")
        for number, text in enumerate(handle, start=2):
            raw = text.rstrip("\r\n")
            key, cells = _split(raw, len(dimensions), tabbed)
            if len(key) != len(dimensions):
                what = f"{len(key)} dimensions, expected {len(dimensions)}"
                raise LayoutError(f"{path.name}, line {number}: {what}")
            if len(cells) != len(periods):
                what = f"{len(cells)} cells, expected {len(periods)}"
                raise LayoutError(f"{path.name}, line {number}: {what}")
            yield Line(
                number,
                dict(zip(dimensions, key, strict=True)),
                dict(zip(periods, cells, strict=True)),
                raw,
            )


def _split(text: str, dimensions: int, tabbed: bool) -> tuple[list[str], list[str]]:
    """Key codes and cells of a line, in either layout."""
    if tabbed:
        key, *cells = text.split("\t")
        return key.split(","), cells
    fields = text.split(",")
    return fields[:dimensions], fields[dimensions:]
