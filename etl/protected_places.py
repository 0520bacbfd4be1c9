"""Which places are protected, and where they may be shown: in the middle of their territory."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pandas as pd

from analysis.disclosure import SENSITIVE
from etl import geography

# Characters of a NUTS code down to each level a place may be shown at.
LENGTH = {"nuts3": 5, "nuts2": 4, "country": 2}
# A centre that takes people with disabilities is no shelter: its address helps them.
SHELTERED = SENSITIVE - {"persons_with_disabilities"}
_USUAL_LEVEL = "nuts3"


def levelled(rows: pd.DataFrame) -> pd.DataFrame:
    """Facilities with the level of every shelter at NUTS 3 or coarser.

    A place only for children, women at risk or victims of torture or trafficking is a shelter,
    whatever level its source gives it.
    """
    if "groups" not in rows:
        return rows
    only = rows["groups"].map(_is_for_sheltered_only) & (rows["publish_level"] == "point")
    return rows.assign(publish_level=rows["publish_level"].mask(only, _USUAL_LEVEL))


def _is_for_sheltered_only(groups: object) -> bool:
    named = set(groups.split()) if isinstance(groups, str) else set()
    return bool(named) and named <= SHELTERED


def moved(tables: dict[str, pd.DataFrame], cells: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The tables with protected facilities moved; `cells` has `cell` and `nuts_2024`.

    A shelter is put on the cell nearest to the middle of the territory of its `publish_level`,
    so that it still counts there. Where no cell of land is near it, it goes to the middle of
    its country; without cells nothing is moved and the build does it.
    """
    if "facility" not in tables:
        return tables
    rows = levelled(tables["facility"])
    found = rows.copy()
    if cells.empty or not (rows["publish_level"] != "point").any():
        return tables | {"facility": found}
    region_of = dict(zip(cells["cell"].astype("uint64"), cells["nuts_2024"], strict=True))
    middle = _middles(cells)
    for index, row in rows[rows["publish_level"] != "point"].iterrows():
        cell = geography.land_at(float(row["lon"]), float(row["lat"]), region_of)
        code = str(row["country"]) if cell is None else region_of[cell]
        found.loc[index, ["lon", "lat"]] = middle(code[: LENGTH[row["publish_level"]]])
    return tables | {"facility": found}


def _middles(cells: pd.DataFrame) -> Callable[[str], tuple[float, float]]:
    """For a territory's code, longitude and latitude of its cell nearest to their mean."""
    numbers = cells["cell"].to_numpy(dtype=np.uint64)
    codes = cells["nuts_2024"].astype(str)
    lengths = set(LENGTH.values())
    inside = {length: codes.groupby(codes.str[:length]).indices for length in lengths}

    @cache
    def middle(code: str) -> tuple[float, float]:
        lon, lat = geography.centres(numbers[inside[len(code)][code]])
        away = (lon - lon.mean()) ** 2 + (lat - lat.mean()) ** 2
        nearest = int(np.argmin(away))
        return round(float(lon[nearest]), 5), round(float(lat[nearest]), 5)

    return middle
