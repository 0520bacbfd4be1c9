"""What a page gives the map to draw, whatever the page is about."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from ui.store import Dataset

# From x, y to x, y in map coordinates, and how wide in pixels.
Link = tuple[float, float, float, float, float]
# Where, in map coordinates, and the few letters that stand there.
Mark = tuple[float, float, str]
# West, south, east, north of what a map shows, in map coordinates.
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Picture:
    """One map: its rows, the level asked for, and what stands beside it.

    `rows` is indexed by territory_id and has `place`, `country`, `level`, `map_class` (-1 is
    unknown) and `label` (what the hover says: digits and our own words). `classes` names the
    classes in their order, `unit` stands below the hover's label. `links` are lines drawn between
    territories, on top.
    """

    dataset: Dataset
    rows: pd.DataFrame
    level: int
    countries: tuple[str, ...]
    classes: tuple[str, ...]
    unknown: str
    unit: str
    alt: str
    scale: Literal["sequential", "diverging", "three", "partners", "change", "sites"] = "sequential"
    form: Literal["geographic", "tiles"] = "geographic"
    cannot_tell: str = ""
    watermark: str = ""
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
