"""Who reaches what: worked out once for a way of asking, for all cells, and kept."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catchment import coverage, measures
from analysis.catchment.crow import and_one
from analysis.catchment.decay import Decay, bands, exponential, flat, gaussian, linear
from analysis.catchment.model import Cells, Floats, Setting
from ui.reach.choice import BALANCED, COVERED, PER_1000, Way
from ui.reach.ground import cells_of, counted, offer_of, setting_of
from ui.store import Dataset

_DECAYS: Mapping[str, Callable[[float], Decay]] = {
    "bands": bands, "gaussian": gaussian, "exponential": exponential, "linear": linear,
    "flat": flat,
}  # fmt: skip
# Columns that a view is about; each is NaN where nothing is known.
VALUES = {
    COVERED: ["served_lower", "served_upper", "full_lower", "full_upper", "out"],
    PER_1000: ["lower", "upper"],
}


@st.cache_resource(max_entries=12, show_spinner=False)
def found_of(dataset: Dataset, way: Way) -> pd.DataFrame:
    """One row per cell of land, in their order; not to be changed.

    Columns: cell, region_id, country, residents, km to the nearest place, `abroad` (whether it
    is in another country), and those of VALUES. All but the first four are NaN where nothing is
    known; shares are NaN too where nobody lives.
    """
    cells = cells_of(dataset)
    known = counted(dataset, way.service, way.group)
    found = cells[["cell", "region_id", "country", "residents"]].copy()
    for name, values in _values(dataset, way).items():
        found[name] = np.nan
        found.loc[known, name] = values
    return found


def _values(dataset: Dataset, way: Way) -> dict[str, Floats]:
    """The columns of the cells that are counted."""
    km, abroad = nearest_of(dataset, way.service, way.group, way.detour)
    values = {"km": km, "abroad": abroad}
    if way.show == COVERED:
        values |= _covered(dataset, way)
    elif way.show == PER_1000:
        setting = setting_of(dataset, way.service, way.group, way.detour)
        typical = offer_of(dataset, way.service, way.group).typical
        measure = measures.balanced if way.sharing == BALANCED else measures.two_step
        interval = measure(setting, _DECAYS[way.fade](way.km), 0, typical)
        values |= {"lower": interval.lower * 1000, "upper": interval.upper * 1000}
    return values


@st.cache_resource(max_entries=12, show_spinner=False)
def nearest_of(dataset: Dataset, service: str, group: str, detour: float) -> tuple[Floats, Floats]:
    """Kilometres to the nearest place, and 1 where that is in another country, of counted cells."""
    setting = setting_of(dataset, service, group, detour)
    km, which = setting.ways.nearest(1)
    of_places = offer_of(dataset, service, group).rows["country"].to_numpy(dtype=object)
    there = np.array([*of_places, None], dtype=object)[which[:, 0]]
    here = cells_of(dataset)["country"].to_numpy(dtype=object)[counted(dataset, service, group)]
    return km[:, 0], (there != here).astype(float)


def _covered(dataset: Dataset, way: Way) -> dict[str, Floats]:
    setting = in_need(dataset, way)
    parts = coverage.shares(coverage_of(dataset, way), setting.cells.demand)
    return {
        "served_lower": parts.served.lower[:, 0], "served_upper": parts.served.upper[:, 0],
        "full_lower": parts.full.lower[:, 0], "full_upper": parts.full.upper[:, 0],
        "out": parts.out[:, 0],
    }  # fmt: skip


def in_need(dataset: Dataset, way: Way) -> Setting:
    """The people in need and the places; one in a thousand residents where need has no size."""
    everybody = setting_of(dataset, way.service, way.group, way.detour)
    share = (1.0 if way.need is None else way.need) / 1000
    cells = Cells(everybody.cells.lon, everybody.cells.lat, everybody.cells.demand * share)
    return Setting(cells, everybody.places, everybody.ways)


@st.cache_resource(max_entries=12, show_spinner=False)
def coverage_of(dataset: Dataset, way: Way) -> coverage.Coverage:
    """Who is served, of the cells that are counted; not to be changed."""
    typical = offer_of(dataset, way.service, way.group).typical
    return coverage.coverage(in_need(dataset, way), way.km, typical)


@st.cache_resource(max_entries=24, show_spinner=False)
def one_more(dataset: Dataset, way: Way, at: tuple[float, float], capacity: float) -> pd.DataFrame:
    """What one more place changes: people newly served, and newly in reach, by finest region.

    Columns: region_id, lower, upper, reached (people in need); only regions where any is.
    """
    before = coverage_of(dataset, way)
    setting = and_one(in_need(dataset, way), *at, capacity)
    typical = offer_of(dataset, way.service, way.group).typical
    after = coverage.coverage(setting, way.km, typical)
    gain = coverage.gain(before, after)
    cells = cells_of(dataset)[counted(dataset, way.service, way.group)]
    rows = pd.DataFrame(
        {"region_id": cells["region_id"].astype(str).to_numpy(),
         "lower": gain.served.lower[:, 0], "upper": gain.served.upper[:, 0],
         "reached": np.where(gain.reached[:, 0], setting.cells.demand[:, 0], 0.0)}
    )  # fmt: skip
    sums = rows.groupby("region_id", as_index=False).sum(min_count=1)
    return sums[(sums["upper"].fillna(0) > 1e-6) | (sums["reached"] > 0)]
