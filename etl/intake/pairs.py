"""Which columns of a file may hold coordinates, by their values."""

from collections.abc import Iterable
from decimal import Decimal

from etl.intake import numbers
from etl.intake.grid import Cell, UnreadableError
from etl.intake.layout import Layout
from etl.intake.missing import missing

LIMITS = {"lon": 180, "lat": 90}
# Grids count metres: less is a number of beds, more a telephone number.
_GRID = (10_000, 10_000_000)
_NONE = "This file has no coordinates: places are added only where they stand."
_MEND = (
    "Add two columns lon and lat, or give the places of each territory as 'Reception places of "
    "a territory'."
)


def fitting(column: str, layout: Layout, names: Iterable[str]) -> list[str]:
    """Which of these columns of a file hold only numbers that may be a longitude or latitude.

    Empty cells do not count. Degrees have a fraction somewhere; numbers without one are metres
    of a grid or no coordinates.
    """
    wanted = set(names)
    return [
        header.name
        for place, header in enumerate(layout.headers)
        if header.name in wanted and _fits(_cells(layout, place), LIMITS[column])
    ]


def check(lacking: list[str], offered: Iterable[str]) -> None:
    """Raises UnreadableError where a file has not a column each for the coordinates it lacks."""
    if len(set(offered)) < len(lacking):
        raise UnreadableError(_NONE, _MEND)


def _cells(layout: Layout, place: int) -> list[Cell]:
    """The cells of a column that say something."""
    cells = (line.cells[place] for line in layout.rows if place < len(line.cells))
    return [
        cell
        for cell in cells
        if cell is not None
        and not (isinstance(cell, str) and (not cell.strip() or missing(cell) is not None))
    ]


def _fits(cells: list[Cell], limit: int) -> bool:
    found = [_number(cell) for cell in cells]
    known = [value for value in found if value is not None and value.is_finite()]
    if not known or len(known) < len(cells):
        return False
    if all(abs(value) <= limit for value in known):
        return any(value % 1 for value in known)
    return all(_GRID[0] <= abs(value) <= _GRID[1] for value in known)


def _number(cell: Cell) -> Decimal | None:
    """A cell as a number, whichever decimal sign it has; None where it is none."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return Decimal(str(cell))
    if not isinstance(cell, str):
        return None
    point = numbers.parsed(cell, ".")
    return numbers.parsed(cell, ",") if point is None else point
