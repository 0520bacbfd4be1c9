"""Who reaches what: worked out once for a way of asking, for all cells, and kept."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catchment import ends as between
from analysis.catchment import measures
from analysis.catchment.decay import Decay, bands, exponential, flat, gaussian, linear
from analysis.catchment.ends import Covered, Ends
from analysis.catchment.model import Floats, Watch, part
from ui.out.stop import is_awaited
from ui.reach.ground import Known, cells_of, people_of, told_of
from ui.reach.offer import offer_of
from ui.reach.room import ends_of, scaled
from ui.reach.way import BALANCED, COVERED, PER_1000, Way
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


def known_of(way: Way) -> Known:
    """What decides which cells a way can tell of."""
    return Known(way.asked, way.counted)


@st.cache_resource(max_entries=12, show_spinner=False)
def found_of(dataset: Dataset, way: Way, _watch: Watch = is_awaited) -> pd.DataFrame:
    """One row per cell of land, in their order; not to be changed.

    Columns: cell, region_id, country, residents, people (who is counted, persons), km to the
    nearest place, `abroad` (whether it is in another country), and those of VALUES. All but the
    first four are NaN where nothing is known; shares are NaN too where nobody is counted.
    """
    cells = cells_of(dataset)
    known = told_of(dataset, known_of(way))
    found = cells[["cell", "region_id", "country", "residents"]].copy()
    share = 1.0 if way.by_need or way.show != COVERED or way.need is None else way.need / 1000
    found["people"] = people_of(dataset, way.counted).persons * share
    for name, values in _values(dataset, way, _watch).items():
        found[name] = np.nan
        found.loc[known, name] = values
    return found


def _values(dataset: Dataset, way: Way, watch: Watch) -> dict[str, Floats]:
    """The columns of the cells that can be told of."""
    km, abroad = nearest_of(dataset, known_of(way), way.detour, part(watch, 0, 4))
    values = {"km": km, "abroad": abroad}
    if way.show == COVERED:
        # The longest part by far.
        values |= _covered(dataset, way, lambda share: watch((1 + 3 * share) / 4))
    elif way.show == PER_1000:
        measure = measures.balanced if way.sharing == BALANCED else measures.two_step
        interval = between.between(
            ends_of(dataset, known_of(way), way.detour), _DECAYS[way.fade](way.km), measure,
            lambda share: watch((1 + 3 * share) / 4),
        )  # fmt: skip
        values |= {"lower": interval.lower * 1000, "upper": interval.upper * 1000}
    return values


@st.cache_resource(max_entries=12, show_spinner=False)
def nearest_of(
    dataset: Dataset, known: Known, detour: float, _watch: Watch = is_awaited
) -> tuple[Floats, Floats]:
    """Kilometres to the nearest place, and 1 where that is in another country, of cells told of."""
    km, which = ends_of(dataset, known, detour).worst.ways.nearest(1, watch=_watch)
    of_places = offer_of(dataset, known.asked).rows["country"].to_numpy(dtype=object)
    there = np.array([*of_places, None], dtype=object)[which[:, 0]]
    here = cells_of(dataset)["country"].to_numpy(dtype=object)[told_of(dataset, known)]
    return km[:, 0], (there != here).astype(float)


def _covered(dataset: Dataset, way: Way, watch: Watch) -> dict[str, Floats]:
    parts = between.shares(coverage_of(dataset, way, watch), in_need(dataset, way))
    return {
        "served_lower": parts.served.lower[:, 0], "served_upper": parts.served.upper[:, 0],
        "full_lower": parts.full.lower[:, 0], "full_upper": parts.full.upper[:, 0],
        "out": parts.out[:, 0],
    }  # fmt: skip


def in_need(dataset: Dataset, way: Way) -> Ends:
    """The people in need and the places; one in a thousand residents where need has no size."""
    ends = ends_of(dataset, known_of(way), way.detour)
    return ends if way.by_need else scaled(ends, (1.0 if way.need is None else way.need) / 1000)


@st.cache_resource(max_entries=12, show_spinner=False)
def coverage_of(dataset: Dataset, way: Way, _watch: Watch = is_awaited) -> Covered:
    """Who is served, of the cells that can be told of; not to be changed."""
    return between.coverage(in_need(dataset, way), way.km, _watch)


@st.cache_resource(max_entries=24, show_spinner=False)
def one_more(
    dataset: Dataset, way: Way, at: tuple[float, float], capacity: float, _watch: Watch = is_awaited
) -> pd.DataFrame:
    """What one more place changes: people newly served, and newly in reach, by finest region.

    Columns: region_id, worst, best (at the ends, which may be summed), lower, upper (between
    them, which may not), reached (people in need); only regions where any is.
    """
    before = coverage_of(dataset, way)
    after = between.coverage(in_need(dataset, way).and_one(*at, capacity), way.km, _watch)
    gain = between.gain(before, after)
    found = found_of(dataset, way)[told_of(dataset, known_of(way))]
    rows = pd.DataFrame(
        {"region_id": found["region_id"].astype(str).to_numpy(),
         "worst": gain.worst[:, 0], "best": gain.best[:, 0],
         "reached": np.where(gain.reached[:, 0], found["people"].to_numpy(), 0.0)}
    )  # fmt: skip
    sums = rows.groupby("region_id", as_index=False).sum(min_count=1)
    ends = (sums[each].to_numpy(dtype=float) for each in ("worst", "best"))
    sums["lower"], sums["upper"] = between.between_sums(*ends)
    return sums[(sums["upper"].fillna(0) > 1e-6) | (sums["reached"] > 0)]
