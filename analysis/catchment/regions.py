"""From cells to territories: means by the people who live there, and how much is not known."""

import numpy as np
import pandas as pd

from analysis.catchment.model import Floats


def by_territory(
    cells: pd.DataFrame, membership: pd.DataFrame, values: list[str], weight: str
) -> pd.DataFrame:
    """The mean of values of cells over the people of each territory, drawn or official.

    Shape   : `cells` has region_id, the columns `values` and a column of people, `weight`, say
              residents or newcomers; `membership` has territory_id and region_id. Result, by
              territory_id: the `values`, people, cells, unknown_cells_percent,
              unknown_people_percent. A value that is an interval is two columns.
    Units   : as the values; an infinite value (no place at all) makes an infinite mean.
    Missing : a cell counts as unknown if one of the values is NaN or its people are; the means
              are over the others. NaN where nobody is known to live in a cell that is known. A
              territory without cells has no row.
    Errors  : ValueError if people are negative or a region is twice in a territory.
    """
    if (cells[weight] < 0).any():
        raise ValueError("people cannot be fewer than none")
    if membership.duplicated(["territory_id", "region_id"]).any():
        raise ValueError("a region is twice in a territory")
    people = cells[weight].to_numpy(dtype=float)
    known = np.isfinite(people) & cells[values].notna().all(axis=1).to_numpy()
    parts = pd.DataFrame({"region_id": cells["region_id"], "cells": 1, "unknown": ~known})
    parts["people"] = np.nan_to_num(people)
    parts["known_people"] = np.where(known, parts["people"], 0.0)
    for value in values:
        parts[value] = _times(cells[value].to_numpy(dtype=float), parts["known_people"].to_numpy())
    regions = parts.groupby("region_id").sum()
    every = membership.merge(regions, left_on="region_id", right_index=True)
    sums = every.drop(columns="region_id").groupby("territory_id").sum()
    return _rates(sums, values).reset_index()


def _rates(sums: pd.DataFrame, values: list[str]) -> pd.DataFrame:
    """Sums over territories as means and percentages."""
    people, known = sums["people"], sums["known_people"]
    out = sums[values].div(known.where(known > 0), axis=0)
    out["people"] = people
    out["cells"] = sums["cells"].astype(int)
    out["unknown_cells_percent"] = sums["unknown"] / sums["cells"] * 100
    out["unknown_people_percent"] = (people - known).div(people.where(people > 0)) * 100
    return out


def _times(value: Floats, people: Floats) -> Floats:
    """The product; 0 where there are no people, whatever the value."""
    return np.multiply(value, people, out=np.zeros(len(people)), where=people > 0)


def people_by_distance(km: Floats, people: Floats, bounds: list[float]) -> pd.DataFrame:
    """How many live how far off: a histogram.

    Shape   : one distance and one number of people per cell; `bounds` rise from 0. Result: from_km,
              to_km, people; the last row has no end and holds those who reach no place at all.
    Missing : people who are not known are left out; a distance that is NaN is an error.
    Errors  : ValueError on a distance that is NaN or bounds that do not rise from 0.

    >>> people_by_distance(np.array([0.0, 5.0, np.inf]), np.array([1.0, 2.0, 4.0]), [0, 5, 10])
       from_km  to_km  people
    0      0.0    5.0     1.0
    1      5.0   10.0     2.0
    2     10.0    inf     4.0
    """
    edges = np.array([*bounds, np.inf], dtype=float)
    if edges[0] != 0 or not (np.diff(edges) > 0).all() or np.isnan(km).any():
        raise ValueError("bounds must rise from 0 and distances be numbers")
    at = np.minimum(np.searchsorted(edges, km, side="right") - 1, len(edges) - 2)
    sums = np.bincount(at, np.nan_to_num(people), minlength=len(edges) - 1)
    return pd.DataFrame({"from_km": edges[:-1], "to_km": edges[1:], "people": sums})
