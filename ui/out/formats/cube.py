"""Rows as a cube: a dimension for each key, one more for the figures of a row.

Where keys are missing, repeat, or would leave nearly every cell of the cube empty, the only key
is the number of the row.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds

from ui.out.formats.plain import flat, plain

ROW, FIGURE = "row", "column"
# Columns that may say which row it is, in the order of the dimensions.
_KEYS = (
    "territory_id", "period", "measure_id", "standard_id", "need_id", "group_id",
    "service", "scheme_id", "fund_id", "fund", "objective", "step", "distance_km", "km", "origin",
    "locale", "language", "kind_id", "check_id", "point", "figure",
)  # fmt: skip
# Names of single things: one of them is enough where it tells rows apart.
_NAMES = (
    "benchmark_id", "organisation_id", "facility_id", "partnership_id", "activity_id", "service_id",
)  # fmt: skip
# What tells rows apart only where those do not.
_LAST_KEYS = ("nuts_version", "version", "country", "source_id")
# Numbers that measure nothing.
_NO_FIGURES = frozenset({"source_line", "level", "territory_level", "lon", "lat"})
_CELLS_A_FIGURE = 50


@dataclass(frozen=True)
class Cube:
    """Where rows are in it: keys, the categories of each, and the first cell of every row.

    The cells of a row are one behind another, one for each of the figures.
    """

    keys: tuple[str, ...]
    categories: tuple[list[str], ...]
    figures: tuple[str, ...]
    cells: list[int]

    @property
    def size(self) -> list[int]:
        """The number of categories of each dimension, the figures last."""
        return [*map(len, self.categories), len(self.figures)]

    @property
    def is_list(self) -> bool:
        """Whether the rows are numbered, for want of keys."""
        return self.keys == (ROW,)


def figures(schema: pa.Schema) -> tuple[str, ...]:
    """The columns that hold figures."""
    return tuple(
        field.name
        for field in schema
        if _is_number(field.type) and field.name not in {*_NO_FIGURES, *_KEYS, *_LAST_KEYS}
    )


def cube_of(table: pa.Table) -> Cube:
    """The rows as a cube by their keys, or by number."""
    held = figures(table.schema)
    for names in _candidates():
        keys = [name for name in names if name in table.schema.names and not table[name].null_count]
        categories = tuple(_in_order(table[name].combine_chunks()) for name in keys)
        cells = math.prod(map(len, categories))
        if not keys or not table.num_rows <= cells <= _CELLS_A_FIGURE * table.num_rows:
            continue
        columns = (plain(table[name].combine_chunks()).to_pylist() for name in keys)
        rows = list(zip(*columns, strict=True))
        if len(set(rows)) == table.num_rows:
            return Cube(tuple(keys), categories, held, _cells(rows, categories, len(held)))
    numbers = [str(number) for number in range(1, table.num_rows + 1)]
    first = [row * len(held) for row in range(table.num_rows)]
    return Cube((ROW,), (numbers,), held, first)


def _candidates() -> Iterator[tuple[str, ...]]:
    """Columns that may tell rows apart together, the simplest first."""
    yield from ((name,) for name in _NAMES)
    yield _KEYS
    yield from ((*_KEYS, name) for name in _LAST_KEYS)
    yield (*_KEYS, *_NAMES, *_LAST_KEYS)


def _in_order(values: pa.Array) -> list[str]:
    """The categories of a key in their own order: 5 before 10."""
    different = flat(values).unique()
    found: list[str] = plain(different.take(pc.sort_indices(different))).to_pylist()
    return found


def _cells(rows: list[tuple[str, ...]], categories: tuple[list[str], ...], width: int) -> list[int]:
    places = [{each: at for at, each in enumerate(found)} for found in categories]
    steps = [1] * len(categories)
    for at in range(len(categories) - 1, 0, -1):
        steps[at - 1] = steps[at] * len(categories[at])
    return [
        width * sum(p[each] * step for p, each, step in zip(places, row, steps, strict=True))
        for row in rows
    ]


def _is_number(kind: pa.DataType) -> bool:
    return bool(kinds.is_integer(kind) or kinds.is_floating(kind) or kinds.is_decimal(kind))
